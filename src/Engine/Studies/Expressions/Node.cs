namespace Backtest.Engine.Studies.Expressions;

/// <summary>A part of a condition, as it was read.</summary>
/// <param name="Column">Where it begins, from 1.</param>
internal abstract record Node(int Column);

/// <summary>A number.</summary>
internal sealed record NumberNode(int Column, double Value) : Node(Column);

/// <summary>A text.</summary>
internal sealed record TextNode(int Column, string Value) : Node(Column);

/// <summary>The value of a parameter or column.</summary>
internal sealed record NameNode(int Column, string Name) : Node(Column);

/// <summary>The negative of a number.</summary>
internal sealed record NegativeNode(int Column, Node Operand) : Node(Column);

/// <summary>The opposite of a condition.</summary>
internal sealed record NotNode(int Column, Node Operand) : Node(Column);

/// <summary>Two operands joined by + - * / &lt; &lt;= &gt; &gt;= == != and or.</summary>
internal sealed record PairNode(int Column, string Operator, Node Left, Node Right) : Node(Column);
