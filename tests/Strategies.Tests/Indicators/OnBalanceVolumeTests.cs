using Backtest.Strategies.Indicators;
using Backtest.Strategies.Tests.Examples;

namespace Backtest.Strategies.Tests.Indicators;

public sealed class OnBalanceVolumeTests
{
    [Fact]
    public void VolumeIsAddedOnARiseAndTakenOnAFall() => Column.Equal(
        [100, 150, 150, 130],
        Column.Of(4, column => OnBalanceVolume.Write([10, 11, 11, 9], [100, 50, 70, 20], column)));
}
