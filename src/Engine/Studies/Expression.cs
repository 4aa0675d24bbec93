using Backtest.Engine.Parameters;

namespace Backtest.Engine.Studies;

/// <summary>A condition such as <c>fast &lt; slow and mode != 'none'</c>, over the parameters of a strategy or the columns of a result.</summary>
public sealed class Expression
{
    /// <summary>The text as it was written.</summary>
    public string Text { get; }

    /// <summary>Reads a condition.</summary>
    public Expression(string text) => Text = text;

    /// <summary>The condition over the parameters of a strategy.</summary>
    public Func<ParameterSet, bool> ForParameters(IReadOnlyList<ParameterDeclaration> declarations) => throw new NotSupportedException(Text);
}
