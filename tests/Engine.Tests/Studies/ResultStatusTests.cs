using Backtest.Engine.Studies;

namespace Backtest.Engine.Tests.Studies;

public sealed class ResultStatusTests
{
    [Fact]
    public void NumbersAndNamesAreThoseThatWereRecorded() => Assert.Equal(
        ["0 done", "1 failed", "2 timed-out", "3 crashed", "4 cancelled"],
        Enum.GetValues<ResultStatus>().Select(status => $"{(int)status} {status.Name()}"));
}
