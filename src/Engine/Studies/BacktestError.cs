namespace Backtest.Engine.Studies;

/// <summary>Why a backtest has no metrics.</summary>
/// <param name="Type">The exception's type, or what took its place.</param>
/// <param name="Message">What it says; at most 4,000 characters.</param>
/// <param name="Stack">Where it was thrown; at most 4,000 characters, empty where unknown. No part of a result's hash.</param>
public sealed record BacktestError(string Type, string Message, string Stack)
{
    private const int MaximumLength = 4000;

    /// <summary>The error of an exception.</summary>
    public static BacktestError Of(Exception exception) =>
        new(Cut(exception.GetType().FullName ?? exception.GetType().Name), Cut(exception.Message), Cut(exception.StackTrace ?? ""));

    /// <summary><c>Type: message</c>, on one line.</summary>
    public override string ToString() => $"{Type}: {Message}".ReplaceLineEndings(" ");

    private static string Cut(string text) => text.Length <= MaximumLength ? text : text[..MaximumLength];
}
