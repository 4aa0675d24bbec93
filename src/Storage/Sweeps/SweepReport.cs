using Backtest.Engine.Statistics.Sweeps;
using Backtest.Storage.Results;

namespace Backtest.Storage.Sweeps;

/// <summary>What the trials of a sweep say together about the best of them.</summary>
/// <param name="Best">The best.</param>
/// <param name="Metric">What it is the best of.</param>
/// <param name="Value">Its value.</param>
/// <param name="Trials">How many backtests it is the best of.</param>
/// <param name="Sampled">How many of them were computed again for their returns.</param>
/// <param name="Different">How many of those are no longer what is recorded.</param>
/// <param name="Bars">Bars of the window.</param>
/// <param name="Block">The mean length of the bootstrap's blocks.</param>
public sealed record SweepReport(
    ResultRow Best, string Metric, double Value, int Trials, int Sampled, int Different, int Bars, double Block)
{
    /// <summary>The probability that the best's Sharpe ratio exceeds 0; see <see cref="Engine.Statistics.ProbabilisticSharpe"/>.</summary>
    public double ProbabilisticSharpe { get; init; }

    /// <summary>Bars that would be enough for a confidence of 95 %; NaN where the ratio is not above 0.</summary>
    public double MinimumLength { get; init; }

    /// <summary>The best's Sharpe ratio, annualised.</summary>
    public double Sharpe { get; init; }

    /// <summary>The deviation of the trials' Sharpe ratios, annualised.</summary>
    public double SharpeDeviation { get; init; }

    /// <summary>The mean correlation of the sample.</summary>
    public double Correlation { get; init; }

    /// <summary>How many independent trials they are worth; see <see cref="DeflatedSharpe.EffectiveTrials"/>.</summary>
    public double EffectiveTrials { get; init; }

    /// <summary>The Sharpe ratio, annualised, that the best of as many trials without skill is expected to have.</summary>
    public double ExpectedSharpe { get; init; }

    /// <summary>The same of the effective number of trials.</summary>
    public double ExpectedSharpeOfEffective { get; init; }

    /// <summary>The deflated Sharpe ratio with all trials.</summary>
    public double Deflated { get; init; }

    /// <summary>The deflated Sharpe ratio with the effective number of trials.</summary>
    public double DeflatedOfEffective { get; init; }

    /// <summary>The probability of overfitting; null where it cannot be told.</summary>
    public BacktestOverfitting? Overfitting { get; init; }

    /// <summary>The tests against holding cash, which earns the risk-free rate; null where nothing moves.</summary>
    public DataSnooping? AgainstCash { get; init; }

    /// <summary>The tests against buying and holding the symbol; null where nothing moves against it.</summary>
    public DataSnooping? AgainstHolding { get; init; }

    /// <summary>The interval of the best's Sharpe ratio, annualised.</summary>
    public BootstrapInterval SharpeInterval { get; init; }

    /// <summary>The interval of its annual growth.</summary>
    public BootstrapInterval GrowthInterval { get; init; }

    /// <summary>Its metric among those on permuted bars.</summary>
    public required PermutationTest BarOrder { get; init; }

    /// <summary>Its drawdown among those of its trades in other orders; null with fewer than two closed trades.</summary>
    public PermutationTest? TradeOrder { get; init; }

    /// <summary>What its neighbours reach.</summary>
    public required Plateau Plateau { get; init; }
}
