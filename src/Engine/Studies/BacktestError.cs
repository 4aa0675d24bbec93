namespace Backtest.Engine.Studies;

/// <summary>Why a backtest has no metrics.</summary>
/// <param name="Type">The exception's type, or what took its place.</param>
/// <param name="Message">What it says.</param>
/// <param name="Stack">Where it was thrown; empty where unknown. No part of a result's hash.</param>
public sealed record BacktestError(string Type, string Message, string Stack)
{
    private const int MaximumLength = 4000;

    /// <summary>The exception's type, or what took its place; at most 4,000 characters, the rest is cut.</summary>
    public string Type { get; init => field = Cut(value); } = Cut(Type);

    /// <summary>What it says; at most 4,000 characters, the rest is cut.</summary>
    public string Message { get; init => field = Cut(value); } = Cut(Message);

    /// <summary>Where it was thrown; at most 4,000 characters, the rest is cut. Empty where unknown.</summary>
    public string Stack { get; init => field = Cut(value); } = Cut(Stack);

    /// <summary>The error of an exception; what the exception cannot tell is empty.</summary>
    public static BacktestError Of(Exception exception) =>
        new(exception.GetType().FullName ?? exception.GetType().Name, Told(() => exception.Message), Told(() => exception.StackTrace));

    /// <summary><c>Type: message</c>, on one line.</summary>
    public override string ToString() => $"{Type}: {Message}".ReplaceLineEndings(" ");

    /// <summary>The properties of a user's exception are a user's code: they may fail too.</summary>
    private static string Told(Func<string?> tell)
    {
        try
        {
            return tell() ?? "";
        }
        catch (Exception)
        {
            return "";
        }
    }

    /// <summary>Cut between characters: half of a surrogate pair is no text.</summary>
    private static string Cut(string text)
    {
        if (text.Length <= MaximumLength) return text;
        return text[..(char.IsHighSurrogate(text[MaximumLength - 1]) ? MaximumLength - 1 : MaximumLength)];
    }
}
