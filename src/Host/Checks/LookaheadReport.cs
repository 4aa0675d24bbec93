using Backtest.Engine.Checks;
using Backtest.Engine.Studies;
using Backtest.Host.Results;

namespace Backtest.Host.Checks;

/// <summary>The report of <c>backtest check lookahead</c>.</summary>
internal static class LookaheadReport
{
    private static readonly PlainColumn[] Columns = [new("first bar", 1), new("data cut after", 1), new("what differs", 1)];

    /// <summary>Checks a sample.</summary>
    public static CheckReport Of(Plan plan, IReadOnlyList<long> sample, ulong seed, CancellationToken cancellation)
    {
        var check = new LookaheadCheck(plan, seed);
        var targets = CheckTarget.Of(plan, sample);
        return new CheckReport("lookahead", Columns, [.. sample.Select((index, at) => Line(check, index, targets[at], cancellation))]);
    }

    private static CheckLine Line(LookaheadCheck check, long index, CheckTarget target, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            if (check.Run(index) is not { } found) return new CheckLine(target, "ok", false, ["", "", ""], _ => { });
            var (bar, cut) = (target.Times.Open(found.CloseTime), target.Times.Open(found.CutTime));
            return new CheckLine(target, "LOOKS AHEAD", true, [bar, cut, found.What], json =>
            {
                json.WriteString("first_bar", bar);
                json.WriteString("cut_after", cut);
                json.WriteString("what", found.What);
            });
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return FailedLine.Of(target, failure, Columns.Length);
        }
    }
}
