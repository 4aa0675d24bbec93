using Backtest.Engine.Bars;

namespace Backtest.Engine.Tests.Bars;

public sealed class StateCodecTests
{
    [Fact]
    public void TheSameCallsRestoreWhatTheySaved()
    {
        var saved = Bytes(7, 0.1, [1, 2, 3], ["a"]);

        var (count, ratio, values) = (0, 0.0, Array.Empty<long>());
        List<char> letters = ['x', 'y'];
        var codec = new StateCodec(saved);
        codec.Value(ref count);
        codec.Value(ref ratio);
        codec.Values(ref values);
        codec.Values(letters);
        codec.End();

        Assert.Equal((7, 0.1), (count, ratio));
        Assert.Equal([1L, 2, 3], values);
        Assert.Equal(['a'], letters);
    }

    [Fact]
    public void AStateThatGrowsBeyondTheFirstBytesIsKept()
    {
        long[] many = [.. Enumerable.Range(0, 1000)];
        var restored = Array.Empty<long>();

        var codec = new StateCodec();
        codec.Values(ref many);
        new StateCodec(codec.ToBytes()).Values(ref restored);

        Assert.Equal(many, restored);
    }

    [Fact]
    public void AStateThatDoesNotFitIsRefused()
    {
        var saved = Bytes(7, 0.1, [], []);
        var tooLong = new StateCodec(saved);
        var value = 0;
        tooLong.Value(ref value);

        Assert.Throws<ArgumentException>(tooLong.End);
        var (first, second) = (0L, 0L);
        var tooShort = new StateCodec(new byte[12]);
        tooShort.Value(ref first);
        Assert.Throws<ArgumentException>(() => tooShort.Value(ref second));
    }

    private static byte[] Bytes(int count, double ratio, long[] values, IEnumerable<string> letters)
    {
        var codec = new StateCodec();
        codec.Value(ref count);
        codec.Value(ref ratio);
        codec.Values(ref values);
        codec.Values(letters.Select(letter => letter[0]).ToList());
        return codec.ToBytes();
    }
}
