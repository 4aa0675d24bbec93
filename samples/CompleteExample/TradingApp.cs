using Backtest.Engine.Execution;
using Backtest.Engine.Market;
using Backtest.Engine.Studies;

namespace CompleteExample;

/// <summary>Where is traded, and with what.</summary>
/// <param name="Name">The exchange.</param>
/// <param name="TradingSymbol">The currency that everything is paid in.</param>
/// <param name="InitialBalance">How much of it there is at the start.</param>
public sealed record Market(string Name, string TradingSymbol, double InitialBalance);

/// <summary>From one day to another, both included.</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day.</param>
public sealed record DateRange(DateOnly First, DateOnly Last)
{
    /// <summary>The window that it is to a study; a bar belongs to it by the time at which it opens.</summary>
    public Window ToWindow() => new(
        $"{First:yyyy-MM-dd}..{Last:yyyy-MM-dd}", First.ToDateTime(default).Ticks, Last.AddDays(1).ToDateTime(default).Ticks);
}

/// <summary>An app: a name and a market, and the bars that are traded on it.</summary>
/// <param name="name">The name.</param>
/// <param name="market">The market.</param>
public sealed class TradingApp(string name, Market market)
{
    private const int BarsOfTwoYears = 2 * 365 * 24;

    // Made up, so that the example needs no download; read a file of your own with BarFile.Read.
    private readonly BarSeries _bars = SyntheticBars.Create(
        $"BTC-{market.TradingSymbol}", Timeframe.Hour, BarsOfTwoYears, seed: 7, new DateTime(2022, 1, 1, 0, 0, 0, DateTimeKind.Utc));

    /// <summary>The name.</summary>
    public string Name => name;

    /// <summary>The market.</summary>
    public Market Market => market;

    /// <summary>Every strategy over every date range.</summary>
    /// <param name="initialAmount">Cash before the first bar of each backtest.</param>
    /// <param name="strategies">The strategies.</param>
    /// <param name="ranges">The date ranges.</param>
    public Study CreateStudy(double initialAmount, StrategyGrid strategies, IReadOnlyList<DateRange> ranges)
    {
        var definition = new StudyDefinition(
            name.ToLowerInvariant(),
            [new DataSource(_bars.Symbol, market.Name, _bars.Timeframe)],
            [strategies.Entry],
            [.. ranges.Select(range => range.ToWindow())])
        {
            Capital = initialAmount,
            Costs = new TradingCosts(CommissionRate: 0.0025),
            Limit = strategies.Limit,
        };
        return new Study(definition, [_bars], [strategies.Strategy]);
    }
}
