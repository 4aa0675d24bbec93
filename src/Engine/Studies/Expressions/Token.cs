namespace Backtest.Engine.Studies.Expressions;

/// <summary>The kinds of token.</summary>
internal enum TokenKind
{
    /// <summary>A number; a percentage is divided by 100 already.</summary>
    Number,

    /// <summary>A text in quotes.</summary>
    Text,

    /// <summary>A name, or one of the words and, or, not.</summary>
    Name,

    /// <summary>An operator or parenthesis.</summary>
    Symbol,

    /// <summary>The end.</summary>
    End,
}

/// <summary>The smallest part of a condition that means something.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Text">What it says; a text without its quotes.</param>
/// <param name="Number">A number's value.</param>
/// <param name="Column">Where it begins, from 1.</param>
internal readonly record struct Token(TokenKind Kind, string Text, double Number, int Column);
