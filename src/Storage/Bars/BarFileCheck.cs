using Backtest.Engine.Market;
using Backtest.Storage.Files;
using Backtest.Storage.Import;
using Backtest.Storage.Problems;

namespace Backtest.Storage.Bars;

/// <summary>Looks a file of bars over: what it holds, what is wrong with it, and where bars are missing.</summary>
public static class BarFileCheck
{
    // A step between bars is usual where at least one in so many has its length.
    private const int UsualOneIn = 200;

    /// <summary>Checks a file. What is wrong with rows is reported, not thrown.</summary>
    /// <exception cref="InputException">The file cannot be read at all.</exception>
    public static BarFileReport Check(string path, BarFileOptions options)
    {
        var file = new PackedFile(path);
        var problems = new ProblemList(file.DisplayName);
        var defects = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var rows = new RowCollector((defect, line, column, message) =>
        {
            problems.Add(line, column, message);
            var name = NameOf(defect);
            defects[name] = defects.GetValueOrDefault(name) + 1;
        });
        var sample = new FileSample(file);
        var format = BarFormats.Find(options.Format, sample, file.DisplayName);
        format.Read(file, sample, rows);
        var timeframe = options.Timeframe ?? CloseTimes.Infer(rows);
        if (timeframe is { } given && options.Timeframe is not null && CloseTimes.Contradiction(rows, given) is { } contradiction)
            problems.Add(0, 0, contradiction);
        var opened = timeframe is { } known ? Opened(rows, known, options) : [];
        return new BarFileReport(
            format.Names[0],
            rows.Count,
            timeframe,
            opened.Length > 0 ? opened[0] : null,
            opened.Length > 0 ? opened[^1] : null,
            timeframe is { } length ? Gaps(rows, opened, length.Length) : [],
            defects,
            problems.All());
    }

    private static DateTime[] Opened(RowCollector rows, Timeframe timeframe, BarFileOptions options)
    {
        var times = CloseTimes.Of(rows, timeframe, options.Timestamps == TimestampMeaning.Close);
        return [.. times.Select(time => new DateTime(time - timeframe.Length.Ticks, DateTimeKind.Utc))];
    }

    private static List<BarGap> Gaps(RowCollector rows, DateTime[] opened, TimeSpan length)
    {
        var steps = Enumerable.Range(1, Math.Max(0, opened.Length - 1)).Select(bar => opened[bar] - opened[bar - 1]).ToArray();
        var counts = steps.GroupBy(step => step).ToDictionary(group => group.Key, group => group.Count());
        List<BarGap> gaps = [];
        for (var bar = 1; bar < opened.Length; bar++)
        {
            var step = steps[bar - 1];
            if (step < 2 * length || counts[step] * (long)UsualOneIn >= steps.Length) continue;
            gaps.Add(new BarGap(rows.Lines[bar], opened[bar - 1], opened[bar], (long)(step / length) - 1));
        }

        return gaps;
    }

    private static string NameOf(RowDefect defect) => defect switch
    {
        RowDefect.Duplicate => "duplicate",
        RowDefect.Disorder => "out of order",
        RowDefect.ImpossibleBar => "impossible bar",
        RowDefect.TimeUnit => "wrong time unit",
        _ => "unreadable",
    };
}
