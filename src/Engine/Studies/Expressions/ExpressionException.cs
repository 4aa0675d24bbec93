namespace Backtest.Engine.Studies.Expressions;

/// <summary>A condition that cannot be understood.</summary>
/// <param name="column">Where, in characters from 1.</param>
/// <param name="message">What is wrong and what would be right.</param>
public sealed class ExpressionException(int column, string message) : Exception(message)
{
    /// <summary>Where, in characters from 1.</summary>
    public int Column { get; } = column;
}
