using System.Globalization;
using Backtest.Engine.Numerics;

namespace Backtest.Engine.Parameters;

/// <summary>The value of a strategy's parameter: a number or a text.</summary>
public readonly struct ParameterValue : IEquatable<ParameterValue>
{
    private readonly double _number;
    private readonly string? _text;

    /// <summary>A number; it must be finite.</summary>
    public ParameterValue(double number)
    {
        if (!double.IsFinite(number)) throw new ArgumentOutOfRangeException(nameof(number), number, "a parameter must be a finite number");
        _number = number == 0 ? 0.0 : number;
    }

    /// <summary>A text.</summary>
    public ParameterValue(string text) => _text = text;

    /// <summary>True where the value is a text.</summary>
    public bool IsText => _text is not null;

    /// <summary>The number.</summary>
    /// <exception cref="InvalidOperationException">The value is a text.</exception>
    public double Number => _text is null ? _number : throw new InvalidOperationException($"'{_text}' is a text, not a number");

    /// <summary>The text.</summary>
    /// <exception cref="InvalidOperationException">The value is a number.</exception>
    public string Text => _text ?? throw new InvalidOperationException($"{this} is a number, not a text");

    /// <summary>Adds the canonical form: a kind, then the value.</summary>
    public void AppendTo(CanonicalHasher hasher)
    {
        hasher.Append(IsText ? 1L : 0L);
        if (IsText) hasher.Append(_text);
        else hasher.Append(_number);
    }

    /// <inheritdoc/>
    public bool Equals(ParameterValue other) => _number.Equals(other._number) && _text == other._text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ParameterValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _number.GetHashCode();

    /// <summary>The number in the shortest form that reads back to the same bits, or the text.</summary>
    public override string ToString() => _text ?? _number.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Compares kind and value.</summary>
    public static bool operator ==(ParameterValue left, ParameterValue right) => left.Equals(right);

    /// <summary>Compares kind and value.</summary>
    public static bool operator !=(ParameterValue left, ParameterValue right) => !left.Equals(right);
}
