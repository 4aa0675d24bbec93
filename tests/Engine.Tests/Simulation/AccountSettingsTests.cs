using Backtest.Engine.Execution;
using Backtest.Engine.Simulation;

namespace Backtest.Engine.Tests.Simulation;

public sealed class AccountSettingsTests
{
    [Fact]
    public void TheRiskFreeReturnOfABarIsTheYearsShared() =>
        Assert.Equal(0.0001, new AccountSettings(1, new TradingCosts(), FillTime.Close, 252, 0.0252).RiskFreePerBar, 15);
}
