using System.Text.Json;
using Backtest.Engine.Statistics.Sweeps;
using Backtest.Host.CommandLine;
using Backtest.Host.Results;
using Backtest.Storage.Sweeps;

namespace Backtest.Host.Statistics;

/// <summary>Writes the statistics of a sweep for programs; null where a value is undefined.</summary>
internal static class SweepJson
{
    /// <summary>Writes one object to standard output.</summary>
    public static void Write(Shell shell, StudyResults results, SweepReport report, SweepOptions options) => JsonOutput.Write(shell, json =>
    {
        json.WriteStartObject();
        json.WriteString("study", results.Study.Name);
        json.WriteString("key", report.Best.Key.ToString());
        json.WriteString("strategy", report.Best.Strategy);
        json.WriteString("parameters", report.Best.ParameterText);
        json.WriteString("symbol", report.Best.Symbol);
        json.WriteString("window", report.Best.Window);
        json.WriteString("metric", report.Metric);
        Numbers(json, ("value", report.Value), ("bars", report.Bars), ("trials", report.Trials), ("sampled", report.Sampled),
            ("different", report.Different));
        json.WriteNumber("seed", options.Seed);
        Numbers(json, ("draws", options.Draws), ("block", report.Block), ("confidence", options.Confidence));
        WriteSharpe(json, report);
        WriteOverfitting(json, report.Overfitting);
        WriteSnooping(json, "against_cash", report.AgainstCash);
        WriteSnooping(json, "against_holding", report.AgainstHolding);
        WritePermutation(json, "permuted_bars", report.BarOrder);
        WritePermutation(json, "permuted_trades_drawdown", report.TradeOrder);
        json.WriteStartObject("plateau");
        var plateau = report.Plateau;
        Numbers(json, ("neighbours", plateau.Neighbours), ("mean", plateau.Mean), ("worst", plateau.Worst), ("mean_share", plateau.MeanShare),
            ("worst_share", plateau.WorstShare));
        json.WriteEndObject();
        json.WriteEndObject();
    });

    private static void WriteSharpe(Utf8JsonWriter json, SweepReport report) => Numbers(
        json,
        ("sharpe", report.Sharpe),
        ("sharpe_lower", report.SharpeInterval.Lower),
        ("sharpe_upper", report.SharpeInterval.Upper),
        ("cagr_lower", report.GrowthInterval.Lower),
        ("cagr_upper", report.GrowthInterval.Upper),
        ("probabilistic_sharpe", report.ProbabilisticSharpe),
        ("minimum_bars", report.MinimumLength),
        ("sharpe_deviation", report.SharpeDeviation),
        ("correlation", report.Correlation),
        ("effective_trials", report.EffectiveTrials),
        ("expected_sharpe", report.ExpectedSharpe),
        ("expected_sharpe_effective", report.ExpectedSharpeOfEffective),
        ("deflated_sharpe", report.Deflated),
        ("deflated_sharpe_effective", report.DeflatedOfEffective));

    private static void WriteOverfitting(Utf8JsonWriter json, BacktestOverfitting? overfitting)
    {
        if (!Begin(json, "overfitting", overfitting)) return;
        Numbers(json, ("probability", overfitting!.Probability), ("blocks", overfitting.Blocks), ("splits", overfitting.Splits),
            ("median_logit", overfitting.MedianLogit), ("loss_probability", overfitting.LossProbability), ("slope", overfitting.Slope));
        json.WriteEndObject();
    }

    private static void WriteSnooping(Utf8JsonWriter json, string name, DataSnooping? test)
    {
        if (!Begin(json, name, test)) return;
        Numbers(json, ("reality_check", test!.RealityCheck), ("spa", test.Spa), ("spa_lower", test.SpaLower), ("spa_upper", test.SpaUpper));
        json.WriteEndObject();
    }

    private static void WritePermutation(Utf8JsonWriter json, string name, PermutationTest? test)
    {
        if (!Begin(json, name, test)) return;
        Numbers(json, ("actual", test!.Actual), ("probability", test.Probability), ("permutations", test.Count), ("q05", test.Quantile(0.05)),
            ("q50", test.Quantile(0.5)), ("q95", test.Quantile(0.95)));
        json.WriteEndObject();
    }

    private static bool Begin(Utf8JsonWriter json, string name, object? value)
    {
        if (value is null) json.WriteNull(name);
        else json.WriteStartObject(name);
        return value is not null;
    }

    private static void Numbers(Utf8JsonWriter json, params (string Name, double Value)[] numbers)
    {
        foreach (var (name, value) in numbers)
        {
            if (double.IsFinite(value)) json.WriteNumber(name, value);
            else json.WriteNull(name);
        }
    }
}
