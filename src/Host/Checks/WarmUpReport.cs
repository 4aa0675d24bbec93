using System.Globalization;
using Backtest.Engine.Checks;
using Backtest.Engine.Studies;
using Backtest.Host.Results;

namespace Backtest.Host.Checks;

/// <summary>The report of <c>backtest check warmup</c>.</summary>
internal static class WarmUpReport
{
    private static readonly PlainColumn[] Columns =
        [new("declared", 1, true), new("needed", 1, true), new("differs at declared", 1, true), new("note", 1)];

    /// <summary>Checks a sample.</summary>
    public static CheckReport Of(Plan plan, IReadOnlyList<long> sample, double tolerance, CancellationToken cancellation)
    {
        var check = new WarmUpCheck(plan, tolerance);
        var targets = CheckTarget.Of(plan, sample);
        return new CheckReport("warmup", Columns, [.. sample.Select((index, at) => Line(check, index, targets[at], cancellation))]);
    }

    private static CheckLine Line(WarmUpCheck check, long index, CheckTarget target, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            return Line(target, check.Run(index));
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return FailedLine.Of(target, failure, Columns.Length);
        }
    }

    private static CheckLine Line(CheckTarget target, WarmUpMeasurement measured)
    {
        var (isFinding, verdict) = (measured.IsKnown && !measured.IsEnough, measured.IsEnough ? "ok" : measured.IsKnown ? "TOO SHORT" : "not known");
        var note = !measured.IsKnown ? "the data are too short to tell"
            : measured.Needed is null ? Invariant($"not even {measured.Longest:#,0} bars are enough")
            : isFinding ? Invariant($"WarmUp has to give {measured.Needed:#,0}") : "";
        string[] cells =
        [
            Invariant($"{measured.Declared:#,0}"),
            measured.Needed is { } needed ? Invariant($"{needed:#,0}") : "",
            measured.IsKnown ? Invariant($"{measured.Difference * 100:0.###}%") : "",
            note,
        ];
        return new CheckLine(target, verdict, isFinding, cells, json =>
        {
            json.WriteNumber("declared", measured.Declared);
            if (measured.Needed is { } bars) json.WriteNumber("needed", bars);
            else json.WriteNull("needed");
            if (measured.IsKnown) json.WriteNumber("difference", measured.Difference);
            else json.WriteNull("difference");
            json.WriteNumber("longest", measured.Longest);
        });
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
