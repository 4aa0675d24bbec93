using Backtest.Engine.Bars;
using Backtest.Engine.Execution;
using Backtest.Engine.Market;
using Backtest.Engine.Parameters;
using Backtest.Engine.Rules;
using Backtest.Engine.Signals;
using Backtest.Engine.Simulation;
using Backtest.Engine.Statistics;

namespace Backtest.Engine.Tests.Examples;

/// <summary>Does what a test says on each bar of the timeline.</summary>
internal sealed class PortfolioScript(params Action<PortfolioOrders, Account>?[] script) : IPortfolioStrategy
{
    public StrategyDeclaration Declaration { get; } = new("script", 1, "As told.", "none", []);

    public int WarmUp(ParameterSet parameters) => 0;

    public void Begin(ParameterSet parameters, int symbols) { }

    public void OnBar(in PortfolioHistory market, Account account, PortfolioOrders orders)
    {
        if (market.Bar < script.Length) script[market.Bar]?.Invoke(orders, account);
    }

    public void Persist(StateCodec state) { }

    /// <summary>Plays a script against some symbols.</summary>
    public static ScriptedRun Run(
        BarSeries[] symbols,
        Action<PortfolioOrders, Account>?[] script,
        AccountTerms? terms = null,
        TradingRules? rules = null,
        TradingCosts? costs = null,
        FillTime fill = FillTime.NextOpen,
        SymbolTerms[]? symbolTerms = null)
    {
        var slice = new BarSlice(PortfolioBars.Join("test", symbols, symbolTerms));
        var account = new AccountSettings(1000, costs ?? new TradingCosts(), fill, 252, 0, Direction.Both) { Terms = terms ?? AccountTerms.None };
        var (simulation, equity) = (new PortfolioSimulation(), new double[slice.WindowCount]);
        var metrics = simulation.Run(
            slice, new PortfolioScript(script), new ParameterSet([]), account, rules ?? TradingRules.None, equity);
        return new ScriptedRun(metrics, equity, simulation.Trades, simulation.Log, simulation.Carry);
    }
}

/// <summary>What a script came to.</summary>
internal sealed record ScriptedRun(Metrics Metrics, double[] Equity, IReadOnlyList<Trade> Trades, OrderLog Log, AccountCarry Carry);
