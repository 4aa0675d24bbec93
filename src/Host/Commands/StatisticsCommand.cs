using System.CommandLine;
using Backtest.Engine.Statistics;
using Backtest.Engine.Studies;
using Backtest.Host.CommandLine;
using Backtest.Host.Results;
using Backtest.Host.Running;
using Backtest.Host.Statistics;
using Backtest.Storage.Problems;
using Backtest.Storage.Store;
using Backtest.Storage.Sweeps;

namespace Backtest.Host.Commands;

/// <summary><c>backtest statistics</c>: what a whole sweep says about the best of it: skill, luck or overfitting.</summary>
internal static class StatisticsCommand
{
    private const int MostDraws = 1_000_000;

    /// <summary>The command.</summary>
    public static Command Create(Shell shell)
    {
        var (study, store, query, format) = (SharedOptions.Study(), SharedOptions.Store(), new QueryOptions(), FormatOption.TextOrJson());
        var options = new Options();
        var command = new Command("statistics", "Tell whether the best of a study is more than the luckiest.") { study, store };
        options.AddTo(command);
        query.AddWhereTo(command);
        command.Add(format);
        command.SetAction((parsed, cancellation) =>
        {
            var asked = options.Read(parsed);
            var rows = query.Read(parsed, ranked: false);
            var reference = parsed.GetRequiredValue(study);
            var results = StudyResults.Open(shell, reference, new StoreDirectory(parsed.GetRequiredValue(store)));
            var trials = QueryAnswer.Select(results.Table, rows, asked.Metric)
                ?? throw new UsageException(
                    $"no recorded backtest of {results.Study.Name} has a {asked.Metric.Name}: run it first, or ask for others");
            var report = SweepAnalysis.Run(results.Table, trials, asked, cancellation);
            if (FormatOption.IsJson(parsed, format)) SweepJson.Write(shell, results, report, asked);
            else new SweepText(shell, results, report, asked).Write();
            return Task.FromResult(TellDifferences(shell, report));
        });
        return command;
    }

    private static int TellDifferences(Shell shell, SweepReport report)
    {
        if (report.Different == 0) return ExitCodes.Done;
        var counts = $"{MetricText.Count(report.Different)} of {MetricText.Count(report.Sampled)}";
        shell.Error.WriteLine($"backtest: WARNING: {counts} backtests computed again are NOT equal to the recorded results: "
            + "their strategy is not deterministic, or this machine computes differently");
        return ExitCodes.Broken;
    }

    /// <summary>What is asked for.</summary>
    private sealed class Options
    {
        private readonly Option<string> _metric = new("--metric")
        {
            Description = "The result column that the best is the best of.",
            HelpName = "COLUMN",
            DefaultValueFactory = _ => Ranking.DefaultSort,
        };

        private readonly Option<ulong> _seed = new("--seed")
        {
            Description = "Chooses the sample and makes all draws.",
            DefaultValueFactory = _ => 1,
        };

        private readonly Option<long?> _sample = NumberOption.FromOne(
            "--sample", "Backtests computed again for their returns; 300 by default.", MostDraws);

        private readonly Option<long?> _draws = NumberOption.FromOne(
            "--draws", "Draws of each bootstrap, and orders of the trades; 1000 by default.", MostDraws);

        private readonly Option<long?> _permutations = NumberOption.FromOne(
            "--permutations", "Runs of the best on permuted bars; 200 by default.", MostDraws);

        private readonly Option<long?> _blocks = NumberOption.FromOne(
            "--blocks", "Blocks of the cross-validation, even, 2 to 20; 16 by default.", 20);

        private readonly Option<long?> _block = NumberOption.FromOne(
            "--block", "Mean bars of a block of the bootstrap; the cube root of the bars by default.", MostDraws);

        public void AddTo(Command command)
        {
            _metric.CompletionSources.Add([.. Metric.All.Select(metric => metric.Name)]);
            foreach (var option in new Option[] { _metric, _sample, _seed, _draws, _permutations, _blocks, _block }) command.Add(option);
        }

        public SweepOptions Read(ParseResult parsed)
        {
            var name = parsed.GetRequiredValue(_metric);
            var metric = Metric.Find(name) ?? throw new UsageException(
                $"there is no metric '{PrintableText.Of(name)}': {Spelling.Remedy(name, [.. Metric.All.Select(known => known.Name)])}");
            var usual = new SweepOptions(metric);
            var blocks = (int)(parsed.GetValue(_blocks) ?? usual.Blocks);
            if (blocks % 2 != 0) throw new UsageException($"--blocks {blocks} is odd: half of them are in-sample, write an even number from 2 to 20");
            return usual with
            {
                Sample = (int)(parsed.GetValue(_sample) ?? usual.Sample),
                Seed = parsed.GetValue(_seed),
                Draws = (int)(parsed.GetValue(_draws) ?? usual.Draws),
                Permutations = (int)(parsed.GetValue(_permutations) ?? usual.Permutations),
                Blocks = blocks,
                Block = parsed.GetValue(_block),
            };
        }
    }
}
