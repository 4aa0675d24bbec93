namespace Backtest.Engine.Studies.Expressions;

/// <summary>How a name of a condition is read off a row; the one of the two that is not null.</summary>
/// <typeparam name="TRow">The row.</typeparam>
/// <param name="Number">Gives a number, NaN where it is undefined.</param>
/// <param name="Text">Gives a text.</param>
public readonly record struct ExpressionColumn<TRow>(Func<TRow, double>? Number, Func<TRow, string>? Text);

/// <summary>Turns a condition into functions. Comparisons with an undefined number (NaN) are false, but for !=.</summary>
/// <typeparam name="TRow">What the condition is about.</typeparam>
/// <param name="find">Finds a name's column; null where there is none.</param>
/// <param name="names">The names there are, for messages.</param>
internal sealed class Compiler<TRow>(Func<string, ExpressionColumn<TRow>?> find, IReadOnlyCollection<string> names)
{
    /// <summary>The condition as a function.</summary>
    /// <exception cref="ExpressionException">A name is unknown, or kinds do not fit.</exception>
    public Func<TRow, bool> Condition(Node node)
    {
        switch (node)
        {
            case NotNode not:
                var operand = Condition(not.Operand);
                return row => !operand(row);
            case PairNode { Operator: "and" } pair:
                var (both, andAlso) = (Condition(pair.Left), Condition(pair.Right));
                return row => both(row) && andAlso(row);
            case PairNode { Operator: "or" } pair:
                var (either, orElse) = (Condition(pair.Left), Condition(pair.Right));
                return row => either(row) || orElse(row);
            case PairNode { Operator: "<" or "<=" or ">" or ">=" or "==" or "!=" } pair:
                return IsText(pair.Left) || IsText(pair.Right) ? TextComparison(pair) : NumberComparison(pair);
            default:
                throw new ExpressionException(node.Column, "this is a value, where a condition such as fast < slow is expected");
        }
    }

    private Func<TRow, bool> NumberComparison(PairNode pair)
    {
        var (left, right) = (Number(pair.Left), Number(pair.Right));
        return pair.Operator switch
        {
            "<" => row => left(row) < right(row),
            "<=" => row => left(row) <= right(row),
            ">" => row => left(row) > right(row),
            ">=" => row => left(row) >= right(row),
            "==" => row => left(row) == right(row),
            _ => row => left(row) != right(row),
        };
    }

    private Func<TRow, bool> TextComparison(PairNode pair)
    {
        if (pair.Operator is not ("==" or "!="))
            throw new ExpressionException(pair.Column, $"texts have no order: use == or != in place of {pair.Operator}");
        var (left, right) = (Text(pair.Left), Text(pair.Right));
        return pair.Operator == "=="
            ? row => string.Equals(left(row), right(row), StringComparison.Ordinal)
            : row => !string.Equals(left(row), right(row), StringComparison.Ordinal);
    }

    private bool IsText(Node node) => node is TextNode || (node is NameNode name && Find(name).Text is not null);

    private Func<TRow, string> Text(Node node) => node switch
    {
        TextNode text => _ => text.Value,
        NameNode name when Find(name).Text is { } column => column,
        _ => throw new ExpressionException(node.Column, "a text is compared with a number: put the text in quotes, or compare two numbers"),
    };

    private Func<TRow, double> Number(Node node)
    {
        switch (node)
        {
            case NumberNode number:
                return _ => number.Value;
            case NameNode name:
                return Find(name).Number ?? throw new ExpressionException(node.Column, $"{name.Name} is a text, where a number is expected");
            case NegativeNode negative:
                var operand = Number(negative.Operand);
                return row => -operand(row);
            case PairNode { Operator: "+" or "-" or "*" or "/" } pair:
                var (left, right) = (Number(pair.Left), Number(pair.Right));
                return pair.Operator switch
                {
                    "+" => row => left(row) + right(row),
                    "-" => row => left(row) - right(row),
                    "*" => row => left(row) * right(row),
                    _ => row => left(row) / right(row),
                };
            default:
                throw new ExpressionException(node.Column, "a number is expected here");
        }
    }

    private ExpressionColumn<TRow> Find(NameNode node) => find(node.Name)
        ?? throw new ExpressionException(node.Column, $"there is no '{node.Name}': {Spelling.Remedy(node.Name, names)}");
}
