using System.Globalization;

namespace Backtest.Engine.Studies.Expressions;

/// <summary>Splits a condition into tokens. A hyphen between a letter or digit and a letter belongs to a name, as in <c>stop-loss</c>; to subtract,
/// put blanks around it.</summary>
internal static class Tokenizer
{
    private static readonly string[] Symbols = ["<=", ">=", "==", "!=", "<", ">", "=", "+", "-", "*", "/", "(", ")"];

    /// <summary>The tokens, an end at the end.</summary>
    /// <exception cref="ExpressionException">A character means nothing, or a text has no end.</exception>
    public static IReadOnlyList<Token> Split(string text)
    {
        List<Token> tokens = [];
        var at = 0;
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var token = Next(text, at, out var end);
            tokens.Add(token);
            at = end;
        }

        tokens.Add(new Token(TokenKind.End, "", 0, text.Length + 1));
        return tokens;
    }

    private static Token Next(string text, int at, out int end)
    {
        var digit = text[at] == '.' && at + 1 < text.Length ? at + 1 : at;
        if (char.IsAsciiDigit(text[digit])) return Number(text, at, out end);
        if (text[at] is '\'' or '"') return Quoted(text, at, out end);
        if (char.IsLetter(text[at]) || text[at] == '_') return Name(text, at, out end);
        foreach (var symbol in Symbols)
        {
            if (string.CompareOrdinal(text, at, symbol, 0, symbol.Length) != 0) continue;
            end = at + symbol.Length;
            return new Token(TokenKind.Symbol, symbol, 0, at + 1);
        }

        throw new ExpressionException(
            at + 1, $"'{text[at]}' means nothing here: use names, numbers, 'texts', + - * / < <= > >= == != and or not ( )");
    }

    private static Token Number(string text, int at, out int end)
    {
        end = at;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '.' || IsExponentSign(text, end))) end++;
        if (!double.TryParse(text.AsSpan(at, end - at), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            throw new ExpressionException(at + 1, $"'{text[at..end]}' is no number");
        if (end >= text.Length || text[end] != '%') return new Token(TokenKind.Number, text[at..end], number, at + 1);
        end++;
        return new Token(TokenKind.Number, text[at..end], number / 100, at + 1);
    }

    private static bool IsExponentSign(string text, int at) =>
        text[at] is '+' or '-' && text[at - 1] is 'e' or 'E' && char.IsAsciiDigit(text[at - 2]);

    private static Token Quoted(string text, int at, out int end)
    {
        var close = text.IndexOf(text[at], at + 1);
        if (close < 0) throw new ExpressionException(at + 1, $"the text that begins here has no closing {text[at]}");
        end = close + 1;
        return new Token(TokenKind.Text, text[(at + 1)..close], 0, at + 1);
    }

    private static Token Name(string text, int at, out int end)
    {
        end = at;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '_' || IsInner(text, end))) end++;
        return new Token(TokenKind.Name, text[at..end], 0, at + 1);
    }

    private static bool IsInner(string text, int at) => text[at] is '-' or '.' && at + 1 < text.Length && char.IsLetter(text[at + 1]);
}
