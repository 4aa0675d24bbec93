using Backtest.Host.CommandLine;
using Backtest.Host.Tests.Examples;

namespace Backtest.Host.Tests.Commands;

public sealed class ResultsCommandTests
{
    [Fact]
    public async Task TheRankingIsAPlainTableWithTheBestFirst()
    {
        using var studies = await new RecordedStudies().RunAsync();

        Assert.Equal(ExitCodes.Done, await studies.CommandAsync("results", "--top", "3"));

        var lines = studies.Terminal.Output.TrimEnd('\n').Split('\n');
        Assert.Equal("crosses: 3 of 18 backtests, by sharpe", lines[0]);
        Assert.Equal("# key fast slow total_return cagr sharpe max_drawdown trades win_rate final_equity", string.Join(' ', Words(lines[1])));
        Assert.Equal(6, lines.Length);
        Assert.Equal(["1", "2", "3"], lines[3..].Select(line => Words(line)[0]));
        var sharpes = lines[3..].Select(line => double.Parse(Words(line)[6])).ToArray();
        Assert.Equal(sharpes.OrderDescending(), sharpes);
        Assert.DoesNotContain('\u001b', studies.Terminal.Output);
        Assert.All(lines, line => Assert.Equal(line.TrimEnd(), line));
        Assert.Empty(studies.Terminal.Error);
    }

    [Fact]
    public async Task ARecordedStudyIsFoundByItsName()
    {
        using var studies = await new RecordedStudies().RunAsync();

        Assert.Equal(ExitCodes.Done, await studies.Terminal.RunAsync("results", "crosses", "--store", studies.Terminal.Store));

        Assert.StartsWith("crosses: 10 of 18 backtests, by sharpe", studies.Terminal.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, null, null)]
    [InlineData(1, 1, 1)]
    [InlineData(2, 1, 1)]
    [InlineData(2, 7, 3)]
    [InlineData(2, 100, 50)]
    [InlineData(-1, null, null)]
    [InlineData(-1, 3, 100)]
    public async Task TheCsvIsByteForByteTheSameWhateverTheWorkersAndBatches(int workers, int? batch, int? checkpointBatch)
    {
        using var one = await new RecordedStudies(RecordedStudies.Poisoned).RunAsync();
        using var other = await new RecordedStudies(RecordedStudies.Poisoned).RunAsync(workers, batch, checkpointBatch);

        await one.CommandAsync("results", "--format", "csv");
        await other.CommandAsync("results", "--format", "csv");

        Assert.Equal(13, one.Terminal.Output.TrimEnd('\n').Split('\n').Length);
        Assert.Equal(one.Terminal.Output, other.Terminal.Output);
    }

    [Fact]
    public async Task TheCsvHasTheColumnsOfTheContractAllRowsAndNothingElse()
    {
        using var studies = await new RecordedStudies().RunAsync();

        Assert.Equal(ExitCodes.Done, await studies.CommandAsync("results", "--format", "csv"));

        var lines = studies.Terminal.Output.TrimEnd('\n').Split('\n');
        Assert.Equal(
            "index,key,status,strategy,fast,slow,symbol,window,from,to,bars,total_return,cagr,volatility,sharpe,sortino,calmar,max_drawdown,"
                + "max_drawdown_bars,trades,closed_trades,win_rate,profit_factor,expectancy,exposure,turnover,fees_paid,final_equity,hash,error",
            lines[0]);
        Assert.Equal(Enumerable.Range(0, 18), lines[1..].Select(line => int.Parse(line.Split(',')[0])));
        Assert.Empty(studies.Terminal.Error);
    }

    [Fact]
    public async Task ATopWithoutASortIsTheTopOfTheRankingInEveryFormat()
    {
        using var studies = await new RecordedStudies().RunAsync();

        await studies.CommandAsync("results", "--top", "1");
        var key = Words(studies.Terminal.Output.Split('\n')[3])[1];
        await studies.CommandAsync("results", "--top", "1", "--format", "csv");

        Assert.StartsWith(key, studies.Terminal.Output.Split('\n')[1].Split(',')[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task ProvenanceIsShownWhereItIsAskedFor()
    {
        using var studies = await new RecordedStudies().RunAsync();

        await studies.CommandAsync("results", "--provenance");
        Assert.EndsWith("attempts  worker    node   recorded_at", studies.Terminal.Output.Split('\n')[1], StringComparison.Ordinal);
        await studies.CommandAsync("results", "--provenance", "--format", "csv");
        Assert.EndsWith(",error,attempts,worker,node,recorded_at", studies.Terminal.Output.Split('\n')[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task FailuresAreCountedOnStandardErrorAndTheCommandHasDoneItsJob()
    {
        using var studies = await new RecordedStudies(RecordedStudies.Poisoned).RunAsync();

        Assert.Equal(ExitCodes.Done, await studies.CommandAsync("results", "--where", "status == 'failed'"));

        Assert.StartsWith("crosses: 4 of 4 that match, of 12, by sharpe", studies.Terminal.Output, StringComparison.Ordinal);
        Assert.Contains("backtest: 4 of 12 recorded backtests failed, 'backtest failures ", studies.Terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFileIsWrittenWholeInTheFormatOfItsEnding()
    {
        using var studies = await new RecordedStudies().RunAsync();

        foreach (var name in new[] { "a.csv", "a.json", "a.parquet" })
        {
            Assert.Equal(ExitCodes.Done, await studies.CommandAsync("results", "--out", studies.Terminal[name]));
            Assert.Empty(studies.Terminal.Output);
            Assert.Equal($"18 rows in {studies.Terminal[name]}\n", studies.Terminal.Error);
        }

        await studies.CommandAsync("results", "--format", "csv");
        Assert.Equal(studies.Terminal.Output, await File.ReadAllTextAsync(studies.Terminal["a.csv"]));
        Assert.Equal("PAR1"u8.ToArray(), (await File.ReadAllBytesAsync(studies.Terminal["a.parquet"]))[..4]);
    }

    [Fact]
    public async Task ChangedDataAreToldAndTheirRowsAreNotListed()
    {
        using var studies = await new RecordedStudies().RunAsync();
        var bars = await File.ReadAllLinesAsync(studies.Terminal["bars.csv"]);
        await File.WriteAllLinesAsync(studies.Terminal["bars.csv"], bars[..^1]);

        Assert.Equal(ExitCodes.Done, await studies.CommandAsync("results"));

        Assert.StartsWith("crosses: 0 of 0 backtests", studies.Terminal.Output, StringComparison.Ordinal);
        var told = studies.Terminal.Error;
        Assert.Contains("18 recorded results of crosses are not listed, because the data of SPX have changed", told, StringComparison.Ordinal);
        Assert.Contains("18 of 18 backtests of crosses are not recorded, 'backtest run ", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AGridThatShrankIsToldAsSuch()
    {
        using var studies = await new RecordedStudies().RunAsync();
        var text = await File.ReadAllTextAsync(studies.Study);
        await File.WriteAllTextAsync(studies.Study, text.Replace("to: 11", "to: 10", StringComparison.Ordinal));

        await studies.CommandAsync("results");

        Assert.StartsWith("crosses: 10 of 15 backtests", studies.Terminal.Output, StringComparison.Ordinal);
        Assert.Contains("3 recorded results of crosses are not listed, because their parameters", studies.Terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DataThatAreGoneAreNamedWithFileAndLine()
    {
        using var studies = await new RecordedStudies().RunAsync();
        File.Delete(studies.Terminal["bars.csv"]);

        Assert.Equal(ExitCodes.Usage, await studies.Terminal.RunAsync("results", "crosses", "--store", studies.Terminal.Store));

        Assert.StartsWith($"{studies.Study}:3:", studies.Terminal.Error, StringComparison.Ordinal);
        Assert.Contains("there is no file 'bars.csv'", studies.Terminal.Error, StringComparison.Ordinal);
        Assert.Empty(studies.Terminal.Output);
    }

    [Theory]
    [InlineData("--sort|shrpe", "there is no column 'shrpe' to sort by: did you mean 'sharpe'?")]
    [InlineData("--where|shrpe > 1", "condition 'shrpe > 1', column 1: there is no 'shrpe': did you mean 'sharpe'?")]
    [InlineData("--where|sharpe >", "column 9: the condition ends here")]
    [InlineData("--where|", "the condition is empty")]
    [InlineData("--where|strategy > 1", "texts have no order")]
    [InlineData("--top|0", "--top must be 1 or more, not 0")]
    [InlineData("--top|-5", "--top must be 1 or more, not -5")]
    [InlineData("--top|many", "many")]
    [InlineData("--ascending|--descending", "contradict each other")]
    [InlineData("--format|xml", "xml")]
    [InlineData("--format|parquet", "name a file with --out FILE.parquet")]
    [InlineData("--out|rows.txt", "the name of 'rows.txt' does not say its format")]
    [InlineData("--out|/", "is a folder: name a file in it")]
    [InlineData("--out|/no/such/folder/rows.csv", "there is no folder '/no/such/folder'")]
    [InlineData("--out|rows.csv|--format|table", "a table is for people")]
    public async Task AWrongQuestionIsRefusedInALineWithItsRemedy(string options, string expected)
    {
        using var studies = await new RecordedStudies().RunAsync();

        Assert.Equal(ExitCodes.Usage, await studies.CommandAsync("results", options.Split('|')));

        Assert.StartsWith("backtest: ", studies.Terminal.Error, StringComparison.Ordinal);
        Assert.Contains(expected, studies.Terminal.Error, StringComparison.Ordinal);
        Assert.Empty(studies.Terminal.Output);
    }

    [Theory]
    [InlineData("crosess", 2, "did you mean 'crosses'?")]
    [InlineData("nothing-like-it", 2, "there are crosses")]
    [InlineData("gone.yaml", 2, "no such file")]
    public async Task AStudyThatIsNotThereIsToldWithTheNearest(string reference, int code, string expected)
    {
        using var studies = await new RecordedStudies().RunAsync();

        Assert.Equal(code, await studies.Terminal.RunAsync("results", reference, "--store", studies.Terminal.Store));

        Assert.Contains(expected, studies.Terminal.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("results")]
    [InlineData("show")]
    [InlineData("status")]
    [InlineData("failures")]
    [InlineData("retry")]
    [InlineData("verify")]
    public async Task AnEmptyStoreIsToldAndNotMade(string command)
    {
        using var studies = new RecordedStudies();
        string[] more = command == "show" ? ["#1"] : [];

        Assert.Equal(ExitCodes.Broken, await studies.CommandAsync(command, more));

        Assert.Contains("is empty: run a study first", studies.Terminal.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(studies.Terminal.Store));
    }

    [Fact]
    public async Task AStudyThatWasRunFromCodeIsToldAsSuch()
    {
        using var studies = new RecordedStudies();
        var opened = Host.Studies.StudyReference.Open(studies.Study, new Storage.Store.StoreDirectory(studies.Terminal.Store));
        await Actors.Running.StudyRunner.RunAsync(opened.Study, new Actors.Running.StudyRunOptions { Store = studies.Terminal.Store, Workers = 1 });

        Assert.Equal(ExitCodes.Usage, await studies.Terminal.RunAsync("results", "crosses", "--store", studies.Terminal.Store));

        Assert.Contains("study 'crosses' was run from code, not from a study file", studies.Terminal.Error, StringComparison.Ordinal);
    }

    private static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
