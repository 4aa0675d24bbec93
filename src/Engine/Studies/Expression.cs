using Backtest.Engine.Parameters;
using Backtest.Engine.Statistics;
using Backtest.Engine.Studies.Expressions;

namespace Backtest.Engine.Studies;

/// <summary>A condition such as <c>fast &lt; slow and mode != 'none'</c>, over the parameters of a strategy or the columns of a result. Numbers (also
/// <c>5%</c>), texts in quotes, names, <c>+ - * /</c>, <c>&lt; &lt;= &gt; &gt;= == !=</c>, <c>and or not</c>, parentheses.</summary>
public sealed class Expression
{
    private readonly Node _root;

    /// <summary>Reads a condition.</summary>
    /// <exception cref="ExpressionException">It cannot be understood.</exception>
    public Expression(string text) => (Text, _root) = (text, Parser.Parse(text));

    /// <summary>The text as it was written.</summary>
    public string Text { get; }

    /// <summary>The names that it speaks of.</summary>
    public IReadOnlyList<string> Names => [.. NamesOf(_root).Distinct()];

    /// <summary>The condition over the parameters of a strategy.</summary>
    /// <exception cref="ExpressionException">A name is no parameter, or a number is compared with a text.</exception>
    public Func<ParameterSet, bool> ForParameters(IReadOnlyList<ParameterDeclaration> declarations)
    {
        ExpressionColumn<ParameterSet>? Find(string name)
        {
            for (var i = 0; i < declarations.Count; i++)
            {
                var position = i;
                if (declarations[i].Name != name) continue;
                return declarations[i].Choices is null
                    ? new ExpressionColumn<ParameterSet>(set => set[position].Number, null)
                    : new ExpressionColumn<ParameterSet>(null, set => set[position].Text);
            }

            return null;
        }

        return For(Find, declarations.Select(declaration => declaration.Name));
    }

    /// <summary>The condition over the metrics of a backtest.</summary>
    /// <exception cref="ExpressionException">A name is no metric, or a number is compared with a text.</exception>
    public Func<Metrics, bool> ForMetrics() => For<Metrics>(
        name => Metric.Find(name) is { } metric ? new ExpressionColumn<Metrics>(metric.Of, null) : null,
        Metric.All.Select(metric => metric.Name));

    /// <summary>The condition over rows of any kind.</summary>
    /// <param name="find">Finds a name's column; null where there is none.</param>
    /// <param name="names">The names there are, for messages.</param>
    /// <exception cref="ExpressionException">A name is unknown, or a number is compared with a text.</exception>
    public Func<TRow, bool> For<TRow>(Func<string, ExpressionColumn<TRow>?> find, IEnumerable<string> names) =>
        new Compiler<TRow>(find, [.. names]).Condition(_root);

    private static IEnumerable<string> NamesOf(Node node) => node switch
    {
        NameNode name => [name.Name],
        NegativeNode negative => NamesOf(negative.Operand),
        NotNode not => NamesOf(not.Operand),
        PairNode pair => NamesOf(pair.Left).Concat(NamesOf(pair.Right)),
        _ => [],
    };
}
