using Backtest.Engine.Studies;

namespace Backtest.Engine.Checks;

/// <summary>Measures how many bars before a window a strategy needs until its decisions in the window no longer depend on how many there were, and
/// compares that with what it declares. Windows are laid over the data of a backtest; in each, what is decided with a shorter history is
/// compared with what is decided with a long one.</summary>
/// <param name="plan">The plan.</param>
/// <param name="tolerance">The share of decisions that may differ, from 0 to 1: an average that never forgets may always tip one that is
/// close.</param>
public sealed class WarmUpCheck(Plan plan, double tolerance)
{
    /// <summary>The tolerance where none is chosen: one decision in a thousand.</summary>
    public const double UsualTolerance = 0.001;

    /// <summary>So many windows are laid over the data.</summary>
    public const int Windows = 32;

    private const int ShortestWindow = 64, LongestWindow = 1024, FewestBefore = 32;
    private const int LongestReference = 16, ShortestReference = 4096;

    private readonly PlanReader _reader = plan.CreateReader();

    /// <summary>Measures the backtest at <paramref name="index"/>.</summary>
    /// <exception cref="Exception">What the strategy throws.</exception>
    public WarmUpMeasurement Run(long index)
    {
        var backtest = _reader.Read(index);
        if (backtest.WarmUpFailure is { } failure) throw failure;
        var own = plan.Study.Strategies[backtest.Strategy].Create().WarmUp(backtest.Parameters);
        var declared = Math.Max(0, Math.Max(own, backtest.Rules.WarmUp));
        var series = backtest.Slice.Series;
        var end = PlanLimits.Bounds(series, plan.Windows[backtest.Window]).End;
        var length = Math.Clamp(declared, ShortestWindow, Math.Min(LongestWindow, Math.Max(ShortestWindow, end / 8)));
        var first = (int)Math.Min(Math.Max(4L * declared, end / 4), end - length);
        if (declared > end || first < Math.Max(2 * declared, FewestBefore)) return new WarmUpMeasurement(declared, null, double.NaN, 0, 0);
        return Measure(in backtest, declared, first, end - length, length);
    }

    /// <summary>Measures in windows that begin from <paramref name="first"/> to <paramref name="last"/>, with up to as many bars before as lie before
    /// the first of them.</summary>
    private WarmUpMeasurement Measure(in PlannedBacktest backtest, int declared, int first, int last, int length)
    {
        var strategy = plan.Study.Strategies[backtest.Strategy];
        var reference = Math.Max((long)LongestReference * declared, Math.Max(ShortestReference, first));
        int[] starts = [.. Enumerable.Range(0, Windows).Select(at => first + (int)((long)(last - first) * at / (Windows - 1))).Distinct()];
        var run = new WindowDecisions(strategy, backtest.Slice.Series, backtest.Account, backtest.Rules, backtest.Parameters);
        double[][] expected = [.. starts.Select(start => run.Of(start, (int)Math.Min(start, reference), length))];
        Dictionary<int, double> known = [];
        return new WarmUpMeasurement(declared, Needed(Share, first, tolerance), Share(declared), first, starts.Length * length);

        double Share(int history)
        {
            if (known.TryGetValue(history, out var share)) return share;
            var different = 0;
            for (var at = 0; at < starts.Length; at++) different += WindowDecisions.Differences(expected[at], run.Of(starts[at], history, length));
            return known[history] = (double)different / (starts.Length * length);
        }
    }

    /// <summary>The smallest history from which on the share stays within the tolerance: looked for from the longest down in steps that get finer,
    /// then by halving.</summary>
    /// <returns>The history; null where even the longest does not do.</returns>
    private static int? Needed(Func<int, double> share, int longest, double tolerance)
    {
        var good = longest;
        if (share(good) > tolerance) return null;
        while (good > 0)
        {
            var shorter = good * 4 / 5;
            if (share(shorter) <= tolerance)
            {
                good = shorter;
                continue;
            }

            for (var bad = shorter; good - bad > 1;)
            {
                var middle = bad + (good - bad) / 2;
                if (share(middle) <= tolerance) good = middle;
                else bad = middle;
            }

            break;
        }

        return good;
    }
}

/// <summary>How much history a strategy needs.</summary>
/// <param name="Declared">The bars that the strategy, or the rules on it, declare.</param>
/// <param name="Needed">The bars from which on the difference is within the tolerance; null where the data are too short to tell, or no history
/// was long enough.</param>
/// <param name="Difference">The share of decisions that differ with the declared bars; NaN where the data are too short to tell.</param>
/// <param name="Longest">The longest history that was tried; 0 where the data are too short.</param>
/// <param name="Decisions">How many decisions were compared at each history.</param>
public sealed record WarmUpMeasurement(int Declared, int? Needed, double Difference, int Longest, int Decisions)
{
    /// <summary>True where the data were long enough to tell.</summary>
    public bool IsKnown => Longest > 0;

    /// <summary>True where the declared bars do.</summary>
    public bool IsEnough => IsKnown && Needed <= Declared;
}
