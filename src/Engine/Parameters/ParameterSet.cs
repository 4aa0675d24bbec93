namespace Backtest.Engine.Parameters;

/// <summary>One value for each parameter that a strategy declares, in the order of the declarations.
/// A set is a view: the planner reuses its storage for the next set, so a strategy must not keep it.</summary>
public sealed class ParameterSet
{
    private readonly IReadOnlyList<ParameterDeclaration> _declarations;
    private readonly ParameterValue[] _values;

    /// <summary>A set with every parameter at its default.</summary>
    public ParameterSet(IReadOnlyList<ParameterDeclaration> declarations)
    {
        _declarations = declarations;
        _values = [.. declarations.Select(declaration => declaration.Default)];
    }

    /// <summary>The number of parameters.</summary>
    public int Count => _values.Length;

    /// <summary>The declarations, in order.</summary>
    public IReadOnlyList<ParameterDeclaration> Declarations => _declarations;

    /// <summary>The value at <paramref name="position"/>, counted from 0.</summary>
    public ParameterValue this[int position]
    {
        get => _values[position];
        internal set => _values[position] = value;
    }

    /// <summary>The value of the parameter called <paramref name="name"/>.</summary>
    /// <exception cref="ArgumentException">The strategy declares no such parameter.</exception>
    public ParameterValue this[string name] => _values[PositionOf(name)];

    /// <summary>The parameter's value as a number.</summary>
    public double Number(string name) => this[name].Number;

    /// <summary>The parameter's value as a whole number.</summary>
    public int Whole(string name) => (int)this[name].Number;

    /// <summary>The parameter's value as a text.</summary>
    public string Text(string name) => this[name].Text;

    /// <summary>A copy with one value changed.</summary>
    public ParameterSet With(string name, ParameterValue value)
    {
        var copy = Copy();
        copy._values[PositionOf(name)] = value;
        return copy;
    }

    /// <summary>A copy that may be kept.</summary>
    public ParameterSet Copy()
    {
        var copy = new ParameterSet(_declarations);
        _values.CopyTo(copy._values, 0);
        return copy;
    }

    /// <summary><c>fast=10 slow=50</c>.</summary>
    public override string ToString() =>
        string.Join(' ', _declarations.Select((declaration, position) => $"{declaration.ShortName}={_values[position]}"));

    private int PositionOf(string name)
    {
        for (var i = 0; i < _values.Length; i++)
        {
            if (_declarations[i].Name == name) return i;
        }

        throw new ArgumentException($"the strategy declares no parameter '{name}'; it declares "
            + string.Join(", ", _declarations.Select(declaration => declaration.Name)), nameof(name));
    }
}
