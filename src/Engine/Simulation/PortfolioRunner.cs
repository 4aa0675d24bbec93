using Backtest.Engine.Bars;
using Backtest.Engine.Execution;
using Backtest.Engine.Signals;
using Backtest.Engine.Statistics;
using Backtest.Engine.Studies;

namespace Backtest.Engine.Simulation;

/// <summary>Runs what needs a <see cref="PortfolioSimulation"/>: any strategy on a portfolio, and strategies of one symbol on terms that each bar
/// has to look at.</summary>
/// <param name="plan">The plan.</param>
/// <param name="columns">The node's cache of indicator columns.</param>
/// <param name="onStage">Called as each stage begins; null where nobody measures.</param>
internal sealed class PortfolioRunner(Plan plan, ColumnCache columns, Action<RunStage>? onStage)
{
    private readonly PortfolioSimulation _simulation = new();
    private readonly Dictionary<int, List<IBarStrategy>> _instances = [];
    private readonly List<SignalColumns> _signals = [];

    /// <summary>The trades of the last backtest.</summary>
    public IReadOnlyList<Trade> Trades => _simulation.Trades;

    /// <summary>The orders of the last backtest that were rejected.</summary>
    public OrderLog Log => _simulation.Log;

    /// <summary>Whether a backtest is run here.</summary>
    public static bool Runs(IStrategy strategy, in PlannedBacktest backtest) =>
        backtest.Slice.IsPortfolio || backtest.Account.Terms != AccountTerms.None || strategy is IPortfolioStrategy;

    /// <summary>Runs a backtest.</summary>
    public Metrics Run(IStrategy strategy, in PlannedBacktest backtest, double[]? equity)
    {
        var whole = strategy switch
        {
            IPortfolioStrategy all => all,
            IBarStrategy => new SymbolBySymbol(Instances(in backtest)),
            _ => new SymbolBySymbol(Played((ISignalStrategy)strategy, in backtest)),
        };
        onStage?.Invoke(RunStage.Simulation);
        return _simulation.Run(backtest.Slice, whole, backtest.Parameters, backtest.Account, backtest.Rules, equity);
    }

    /// <summary>An instance for each symbol, which keeps that symbol's state.</summary>
    private List<IBarStrategy> Instances(in PlannedBacktest backtest)
    {
        if (!_instances.TryGetValue(backtest.Strategy, out var instances)) _instances[backtest.Strategy] = instances = [];
        var count = backtest.Slice.Portfolio.Symbols.Length;
        while (instances.Count < count) instances.Add((IBarStrategy)plan.Study.Strategies[backtest.Strategy].Create());
        return instances[..count];
    }

    private List<IBarStrategy> Played(ISignalStrategy strategy, in PlannedBacktest backtest)
    {
        onStage?.Invoke(RunStage.Signals);
        var symbols = backtest.Slice.Portfolio.Symbols;
        while (_signals.Count < symbols.Length) _signals.Add(new SignalColumns());
        var players = new List<IBarStrategy>(symbols.Length);
        for (var symbol = 0; symbol < symbols.Length; symbol++)
        {
            _signals[symbol].Reset(symbols[symbol]?.Count ?? 0);
            if (symbols[symbol] is { } slice) strategy.WriteSignals(new MarketView(slice, columns), backtest.Parameters, _signals[symbol]);
            players.Add(new SignalPlayer(strategy, _signals[symbol]));
        }

        return players;
    }
}
