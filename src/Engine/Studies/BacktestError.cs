namespace Backtest.Engine.Studies;

/// <summary>Why a backtest has no metrics.</summary>
/// <param name="Type">The exception's type, or what took its place.</param>
/// <param name="Message">What it says.</param>
/// <param name="Stack">Where it was thrown; empty where unknown. No part of a result's hash.</param>
public sealed record BacktestError(string Type, string Message, string Stack)
{
    private const int MaximumLength = 4000;

    /// <summary>The exception's type, or what took its place; at most 4,000 characters, the rest is cut.</summary>
    public string Type { get; } = Cut(Type);

    /// <summary>What it says; at most 4,000 characters, the rest is cut.</summary>
    public string Message { get; } = Cut(Message);

    /// <summary>Where it was thrown; at most 4,000 characters, the rest is cut. Empty where unknown.</summary>
    public string Stack { get; } = Cut(Stack);

    /// <summary>The error of an exception.</summary>
    public static BacktestError Of(Exception exception) =>
        new(exception.GetType().FullName ?? exception.GetType().Name, exception.Message, exception.StackTrace ?? "");

    /// <summary><c>Type: message</c>, on one line.</summary>
    public override string ToString() => $"{Type}: {Message}".ReplaceLineEndings(" ");

    private static string Cut(string text) => text.Length <= MaximumLength ? text : text[..MaximumLength];
}
