using Backtest.Engine.Simulation;

namespace Backtest.Engine.Statistics.Pooling;

/// <summary>Takes in the results of one parameter set, window by window, and pools them. One instance serves many sets, one after the
/// other.</summary>
/// <remarks>Sums are sums, and ratios of sums are computed from the sums: win rate, profit factor, expectancy, total return. Where windows do not
/// record the sums (Sharpe, growth and the like) a figure is the mean of the windows, weighted by their bars, as a study's final filter weighs them;
/// a window in which it is undefined does not count for it. Drawdowns are the worst of the windows.</remarks>
public sealed class WindowPool
{
    private readonly MetricMeans _means = new();
    private Values _returns, _winRates, _sharpes;

    /// <summary>Windows taken in that ran to their end.</summary>
    public int Windows { get; private set; }

    /// <summary>Windows that did not.</summary>
    public int FailedWindows { get; private set; }

    /// <summary>Windows whose final equity exceeds their capital.</summary>
    public int ProfitableWindows { get; private set; }

    /// <summary>Windows with a closed trade.</summary>
    public int TradedWindows { get; private set; }

    /// <summary>Bars of all windows.</summary>
    public long Bars { get; private set; }

    /// <summary>Years of all windows: bars over the periods of a year.</summary>
    public double Years { get; private set; }

    /// <summary>Trades of all windows, those still open at an end included.</summary>
    public long Trades { get; private set; }

    /// <summary>Closed trades of all windows.</summary>
    public long ClosedTrades { get; private set; }

    /// <summary>Closed trades that won.</summary>
    public double Won { get; private set; }

    /// <summary>Sum of the capitals.</summary>
    public double Capital { get; private set; }

    /// <summary>Sum of what the windows gained, net of all costs.</summary>
    public double NetGain { get; private set; }

    /// <summary>Sum of the results of closed trades.</summary>
    public double ClosedResult { get; private set; }

    /// <summary>Sum of the results above 0 of closed trades; NaN where it does not follow from what is recorded.</summary>
    public double GrossProfit { get; private set; }

    /// <summary>Sum of the results below 0 of closed trades; 0 or negative, or NaN.</summary>
    public double GrossLoss { get; private set; }

    /// <summary>Sum of the commissions.</summary>
    public double Fees { get; private set; }

    /// <summary>The deepest drawdown of any window; NaN without a window.</summary>
    public double WorstDrawdown { get; private set; } = double.NaN;

    /// <summary>The longest drawdown of any window, in bars.</summary>
    public int LongestDrawdown { get; private set; }

    /// <summary>The lowest return of any window; NaN without one.</summary>
    public double WorstReturn { get; private set; } = double.NaN;

    /// <summary>The returns of the windows.</summary>
    public ReturnSums Returns => _returns.Sums;

    /// <summary>The win rates of the windows that have one.</summary>
    public ReturnSums WinRates => _winRates.Sums;

    /// <summary>The Sharpe ratios of the windows that have one.</summary>
    public ReturnSums Sharpes => _sharpes.Sums;

    /// <summary>The mean of a metric over the windows, weighted by their bars; NaN where it is undefined.</summary>
    /// <param name="metric">Its position in <see cref="Metric.All"/>.</param>
    public double Mean(int metric) => _means[metric];

    /// <summary>Forgets all windows.</summary>
    public void Clear()
    {
        _means.Clear();
        (_returns, _winRates, _sharpes) = (default, default, default);
        (Windows, FailedWindows, ProfitableWindows, TradedWindows) = (0, 0, 0, 0);
        (Bars, Years, Trades, ClosedTrades, Won) = (0, 0, 0, 0, 0);
        (Capital, NetGain, ClosedResult, GrossProfit, GrossLoss, Fees) = (0, 0, 0, 0, 0, 0);
        (WorstDrawdown, LongestDrawdown, WorstReturn) = (double.NaN, 0, double.NaN);
    }

    /// <summary>A window did not run to its end.</summary>
    public void AddFailed() => FailedWindows++;

    /// <summary>Takes a window in.</summary>
    /// <param name="window">Its metrics.</param>
    /// <param name="account">The account that it began with.</param>
    public void Add(in Metrics window, AccountSettings account)
    {
        var capital = account.Capital;
        _means.Add(in window);
        Windows++;
        Bars += window.Bars;
        Years += window.Bars / account.PeriodsPerYear;
        Capital += capital;
        NetGain += window.FinalEquity - capital;
        Fees += window.FeesPaid;
        if (window.FinalEquity > capital) ProfitableWindows++;
        AddTrades(in window);
        WorstDrawdown = double.IsNaN(WorstDrawdown) ? window.MaxDrawdown : Math.Min(WorstDrawdown, window.MaxDrawdown);
        LongestDrawdown = Math.Max(LongestDrawdown, window.MaxDrawdownBars);
        WorstReturn = double.IsNaN(WorstReturn) ? window.TotalReturn : Math.Min(WorstReturn, window.TotalReturn);
        _returns.Add(window.TotalReturn);
        _winRates.Add(window.WinRate);
        _sharpes.Add(window.Sharpe);
    }

    /// <summary>The gross results follow from what is recorded: expectancy x closed trades is profit + loss, the profit factor is profit / |loss|.
    /// They do not follow where the profit factor is 1 to the last bit.</summary>
    private void AddTrades(in Metrics window)
    {
        Trades += window.Trades;
        if (window.ClosedTrades == 0) return;
        TradedWindows++;
        ClosedTrades += window.ClosedTrades;
        Won += Math.Round(window.WinRate * window.ClosedTrades);
        var (net, factor) = (window.Expectancy * window.ClosedTrades, window.ProfitFactor);
        ClosedResult += net;
        var loss = double.IsNaN(factor) ? 0 : factor == 1 ? double.NaN : -net / (factor - 1);
        GrossLoss += loss;
        GrossProfit += net - loss;
    }

    /// <summary>Sums over the values that are finite.</summary>
    private struct Values
    {
        private int _count;
        private double _sum, _squares;

        public readonly ReturnSums Sums => new(_count, _sum, _squares, 0);

        public void Add(double value)
        {
            if (!double.IsFinite(value)) return;
            _count++;
            _sum += value;
            _squares += value * value;
        }
    }
}
