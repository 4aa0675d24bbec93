using System.Globalization;

namespace Backtest.Engine.Numerics;

/// <summary>A 128-bit hash: the first half of a SHA-256. Written as 32 hexadecimal digits.</summary>
/// <param name="Value">The bits.</param>
public readonly record struct Hash128(UInt128 Value) : IComparable<Hash128>
{
    /// <summary>Reads 32 hexadecimal digits.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Hash128 hash)
    {
        var read = UInt128.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value);
        hash = new Hash128(value);
        return read && text.Length == 32;
    }

    /// <inheritdoc/>
    public int CompareTo(Hash128 other) => Value.CompareTo(other.Value);

    /// <summary>The low 64 bits are as good as random: they serve as the hash code.</summary>
    public override int GetHashCode() => (int)(uint)Value;

    /// <summary>32 lower-case hexadecimal digits.</summary>
    public override string ToString() => Value.ToString("x32", CultureInfo.InvariantCulture);
}
