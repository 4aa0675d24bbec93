using Backtest.Engine.Studies;
using Backtest.Host.Checks;
using Backtest.Host.Tests.Examples;
using Backtest.Storage.Studies;
using Backtest.Strategies;

namespace Backtest.Host.Tests.Checks;

public sealed class CheckTargetTests
{
    [Fact]
    public void ATargetIsNamedAsResultsNameIt()
    {
        var text = $$"""
            study: x
            data: [{ symbol: SPX, file: {{Path.Combine(Built.Repository, "data", "sp500-2000.csv")}} }]
            strategies: [{ name: sma-cross, parameters: { fast: [5, 10] }, rules: { stop-loss: 5% } }]
            windows: [{ to: 2009-12-31 }, { from: 2010-01-01 }]
            """;
        var plan = new Plan(StudyLoader.Load(StudyFile.Parse(text, "x.yaml"), BuiltInStrategies.All));

        var targets = CheckTarget.Of(plan, [0, 3]);

        Assert.Equal(("sma-cross", "fast=5 slow=50 stop-loss=0.05", "SPX", "..2009-12-31"), Words(targets[0]));
        Assert.Equal(("sma-cross", "fast=10 slow=50 stop-loss=0.05", "SPX", "2010-01-01.."), Words(targets[1]));
    }

    private static (string, string, string, string) Words(CheckTarget target) =>
        (target.Strategy, target.ParameterText, target.Symbol, target.Window);
}
