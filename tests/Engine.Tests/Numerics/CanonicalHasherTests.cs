using Backtest.Engine.Numerics;

namespace Backtest.Engine.Tests.Numerics;

public sealed class CanonicalHasherTests
{
    private static readonly Action<CanonicalHasher>[] Different =
    [
        _ => { },
        hasher => hasher.Append(0L),
        hasher => hasher.Append(1L),
        hasher => hasher.Append(-0.0),
        hasher => hasher.Append(1.0),
        hasher => hasher.Append(double.NaN),
        hasher => hasher.Append((string?)null),
        hasher => hasher.Append("a"),
        hasher => { hasher.Append("ab"); hasher.Append("c"); },
        hasher => { hasher.Append("a"); hasher.Append("bc"); },
        hasher => { hasher.Append(""); hasher.Append("abc"); },
        hasher => hasher.Append(new Hash128(1)),
    ];

    /// <summary>The known answers of SHA-256 (FIPS 180-4), cut to 128 bits.</summary>
    [Theory]
    [InlineData("", "e3b0c44298fc1c149afbf4c8996fb924")]
    [InlineData("abc", "ba7816bf8f01cfea414140de5dae2223")]
    [InlineData("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "248d6a61d20638b8e5c026930c3e6039")]
    public void BytesHashAsSha256(string text, string expected)
    {
        var hasher = new CanonicalHasher();

        hasher.AppendBytes(System.Text.Encoding.ASCII.GetBytes(text));

        Assert.Equal(expected, hasher.Finish().ToString());
    }

    [Fact]
    public void ValuesAreTheBytesThatTheyAreDocumentedToBe()
    {
        var (values, bytes) = (new CanonicalHasher(), new CanonicalHasher());

        values.Append(258L);
        values.Append(1.0);
        values.Append("é");
        values.Append(new Hash128(3));

        bytes.AppendBytes([2, 1, 0, 0, 0, 0, 0, 0]);
        bytes.AppendBytes([0, 0, 0, 0, 0, 0, 0xF0, 0x3F]);
        bytes.AppendBytes([2, 0, 0, 0, 0, 0, 0, 0, 0xC3, 0xA9]);
        bytes.AppendBytes([3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        Assert.Equal(bytes.Finish(), values.Finish());
    }

    [Fact]
    public void DifferentValuesHashDifferently() =>
        Assert.Equal(Different.Length, Different.Select(append => HashOf(append)).Distinct().Count());

    [Fact]
    public void EveryNaNIsTheSameOne() => Assert.Equal(
        HashOf(hasher => hasher.Append(double.NaN)),
        HashOf(hasher => hasher.Append(BitConverter.Int64BitsToDouble(0x7FF0_0000_0000_0001))));

    [Fact]
    public void AHasherIsEmptyAfterItHasFinishedAndGrowsAsItMust()
    {
        var hasher = new CanonicalHasher();
        hasher.AppendBytes(new byte[100_000]);
        hasher.Append(1L);
        Assert.NotEqual(HashOf(_ => { }), hasher.Finish());

        hasher.Append(1L);

        Assert.Equal(HashOf(fresh => fresh.Append(1L)), hasher.Finish());
    }

    private static Hash128 HashOf(Action<CanonicalHasher> append)
    {
        var hasher = new CanonicalHasher();
        append(hasher);
        return hasher.Finish();
    }
}
