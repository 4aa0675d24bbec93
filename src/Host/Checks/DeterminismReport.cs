using Backtest.Actors.Checks;
using Backtest.Engine.Studies;
using Backtest.Host.Results;
using Backtest.Storage.Studies;

namespace Backtest.Host.Checks;

/// <summary>The report of <c>backtest check determinism</c>, static state included.</summary>
internal static class DeterminismReport
{
    private static readonly PlainColumn[] Columns = [new("another result", 1)];

    /// <summary>Checks a sample.</summary>
    public static CheckReport Of(Plan plan, IReadOnlyList<long> sample, CancellationToken cancellation)
    {
        var different = DeterminismCheck.Run(plan, sample, cancellation);
        var targets = CheckTarget.Of(plan, sample);
        return new CheckReport("determinism", Columns, [.. targets.Select((target, at) => Line(target, different[at]))])
        {
            Others = [.. StaticState.Of(plan.Study).Select(field => field.ToString())],
        };
    }

    private static CheckLine Line(CheckTarget target, IReadOnlyList<RunWay> different)
    {
        var words = different.Select(Words).ToArray();
        return new CheckLine(target, words.Length == 0 ? "ok" : "DIFFERS", words.Length > 0, [string.Join(", ", words)], json =>
        {
            json.WriteStartArray("another_result");
            foreach (var word in words) json.WriteStringValue(word);
            json.WriteEndArray();
        });
    }

    private static string Words(RunWay way) => way switch
    {
        RunWay.Again => "run again",
        RunWay.InAnotherOrder => "in another order",
        RunWay.OnFreshInstances => "on fresh instances",
        _ => "on two threads",
    };
}
