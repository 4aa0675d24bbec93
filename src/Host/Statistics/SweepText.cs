using System.Globalization;
using Backtest.Engine.Statistics.Sweeps;
using Backtest.Host.CommandLine;
using Backtest.Host.Results;
using Backtest.Storage.Sweeps;

namespace Backtest.Host.Statistics;

/// <summary>Shows the statistics of a sweep to a person: each figure with what it means.</summary>
internal sealed class SweepText(Shell shell, StudyResults results, SweepReport report, SweepOptions options)
{
    private const int NameWidth = 32, ValueWidth = 10;

    private readonly TextWriter _output = shell.Output;

    /// <summary>Writes it.</summary>
    public void Write()
    {
        WriteSubject();
        WriteSharpe();
        WriteOverfitting();
        WritePermutations();
        WritePlateau();
    }

    private void WriteSubject()
    {
        var best = report.Best;
        _output.WriteLine($"{results.Study.Name}: the best of {Count(report.Trials)} backtests by {report.Metric}: {Value(report.Value)}");
        _output.WriteLine($"{FailureText.Subject(best)}, key {best.Key.ToString()[..RankingColumns.KeyDigits]}");
        _output.WriteLine($"{Count(report.Bars)} bars; {Count(report.Sampled)} of {Count(report.Trials)} backtests computed again for their returns, "
            + $"seed {options.Seed}");
        if (results.Table.Plan.RunsPerSet > 1)
            _output.WriteLine("only backtests on the same bars can be compared: --where \"window == '...'\" asks for another window or symbol");
    }

    private void WriteSharpe()
    {
        var sure = MetricText.Percent(options.Confidence).Replace(".00%", "%", StringComparison.Ordinal);
        Heading("HOW SURE IS IT?");
        Line("sharpe", Ratio(report.Sharpe), $"{sure} of {Count(options.Draws)} draws of blocks of {Number(report.Block)} bars: "
            + $"{Ratio(report.SharpeInterval.Lower)} to {Ratio(report.SharpeInterval.Upper)}");
        Line("cagr", MetricText.Percent(report.Best.Metrics.Cagr),
            $"{sure}: {MetricText.Percent(report.GrowthInterval.Lower)} to {MetricText.Percent(report.GrowthInterval.Upper)}");
        Line("probabilistic sharpe", MetricText.Percent(report.ProbabilisticSharpe), "probability that the true Sharpe ratio exceeds 0"
            + (double.IsNaN(report.MinimumLength) ? "" : $"; 95% needs {Count((long)Math.Ceiling(report.MinimumLength))} bars"));
        Line("deflated sharpe", MetricText.Percent(report.Deflated),
            $"that it exceeds {Ratio(report.ExpectedSharpe)}, the best of {Count(report.Trials)} trials without skill");
        Line("deflated sharpe, effective", MetricText.Percent(report.DeflatedOfEffective),
            $"that it exceeds {Ratio(report.ExpectedSharpeOfEffective)}, of {Number(report.EffectiveTrials)} independent trials "
            + $"(correlation {Ratio(report.Correlation)})");
    }

    private void WriteOverfitting()
    {
        Heading("IS IT MORE THAN THE LUCKIEST OF MANY?");
        if (report.Overfitting is not { } overfitting)
        {
            Line("probability of overfitting", MetricText.Undefined, "needs two backtests, and two bars a block");
        }
        else
        {
            Line("probability of overfitting", MetricText.Percent(overfitting.Probability),
                $"of {Count(overfitting.Splits)} splits of {overfitting.Blocks} blocks: best in one half, below the median in the other");
            Line("loss out of sample", MetricText.Percent(overfitting.LossProbability), "of the splits: the best of one half loses in the other");
            Line("slope out of sample", Ratio(overfitting.Slope), "Sharpe ratio of the other half on that of the one; below 0: overfit");
        }

        WriteSnooping("cash", report.AgainstCash);
        WriteSnooping("buying and holding", report.AgainstHolding);
    }

    private void WriteSnooping(string against, DataSnooping? test)
    {
        if (test is null)
        {
            Line($"against {against}", MetricText.Undefined, "nothing moves against it");
            return;
        }

        Line("reality check (p)", P(test.RealityCheck), $"White: none of the sample beats {against}");
        Line("superior ability (p)", P(test.Spa), $"Hansen: the same; between {P(test.SpaLower)} and {P(test.SpaUpper)}");
    }

    private void WritePermutations()
    {
        Heading("WHAT IF THE ORDER HAD BEEN ANOTHER?");
        var bars = report.BarOrder;
        Line("permuted bars (p)", P(bars.Probability), $"{report.Metric} on {Count(bars.Count)} permutations: median {Value(bars.Quantile(0.5))}, "
            + $"5% to 95% {Value(bars.Quantile(0.05))} to {Value(bars.Quantile(0.95))}");
        if (report.TradeOrder is not { } trades) Line("permuted trades", MetricText.Undefined, "needs two closed trades");
        else Line("drawdown from exit to exit", MetricText.Percent(trades.Actual), $"{Count(trades.Count)} orders of its trades: median "
            + $"{MetricText.Percent(trades.Quantile(0.5))}, 5% are below {MetricText.Percent(trades.Quantile(0.05))}");
    }

    private void WritePlateau()
    {
        var plateau = report.Plateau;
        Heading("PLATEAU OR PEAK?");
        Line("neighbours in the grid", Count(plateau.Neighbours), "sets one step away at most in each parameter");
        if (plateau.Neighbours == 0) return;
        Line("their mean, of its own", MetricText.Percent(plateau.MeanShare), $"{report.Metric} {Value(plateau.Mean)}; 100% on a plateau");
        Line("their worst, of its own", MetricText.Percent(plateau.WorstShare), $"{report.Metric} {Value(plateau.Worst)}");
    }

    private void Heading(string text) => _output.WriteLine($"\n  {text}");

    private void Line(string name, string value, string meaning) =>
        _output.WriteLine($"  {name,-NameWidth}{value,ValueWidth}   {meaning}");

    private string Value(double number) => MetricText.Of(report.Metric, number, whole: false);

    private static string Count(long count) => MetricText.Count(count);

    private static string Ratio(double number) => MetricText.Of("", number, whole: false);

    private static string Number(double number) => number.ToString("#,0.#", CultureInfo.InvariantCulture);

    private static string P(double probability) =>
        double.IsNaN(probability) ? MetricText.Undefined : probability.ToString("0.0000", CultureInfo.InvariantCulture);
}
