using Backtest.Engine.Bars;
using Backtest.Engine.Market;
using Backtest.Engine.Numerics;
using Backtest.Engine.Signals;
using Backtest.Engine.Simulation;
using Backtest.Engine.Studies;

namespace Backtest.Engine.Checks;

/// <summary>Tries whether a strategy's past depends on its future: on data that end earlier, it has to decide as it did on all of them. The data are
/// cut right after bars on which it decided something, where a look at the next bar shows, and at others.</summary>
/// <param name="plan">The plan.</param>
/// <param name="seed">Chooses where the data are cut.</param>
public sealed class LookaheadCheck(Plan plan, ulong seed)
{
    /// <summary>So many cuts are tried where there are as many bars.</summary>
    public const int Cuts = 24;

    private readonly PlanReader _reader = plan.CreateReader();

    /// <summary>Checks the backtest at <paramref name="index"/>.</summary>
    /// <returns>What was found; null where nothing was.</returns>
    /// <exception cref="Exception">What the strategy throws on all of the data, where nothing can be compared.</exception>
    public LookaheadFinding? Run(long index)
    {
        var backtest = _reader.Read(index);
        if (backtest.WarmUpFailure is { } failure) throw failure;
        return Create(in backtest) is IBarStrategy ? OfBars(in backtest) : OfColumns(in backtest);
    }

    private LookaheadFinding? OfColumns(in PlannedBacktest backtest)
    {
        var (slice, whole) = (backtest.Slice, Signals(in backtest, backtest.Slice));
        List<int> decisions = [];
        for (var bar = 0; bar < slice.Count; bar++)
        {
            if (whole.Entries[bar] || whole.Exits[bar]) decisions.Add(bar);
        }

        foreach (var end in Ends(in backtest, decisions))
        {
            SignalColumns part;
            try
            {
                part = Signals(in backtest, slice.Until(end));
            }
            catch (Exception exception)
            {
                return Failed(slice, end, exception);
            }

            for (var bar = 0; bar < end; bar++)
            {
                if (whole.Entries[bar] != part.Entries[bar]) return Found(bar, end, "entry", whole.Entries[bar]);
                if (whole.Exits[bar] != part.Exits[bar]) return Found(bar, end, "exit", whole.Exits[bar]);
            }
        }

        return null;

        LookaheadFinding Found(int bar, int end, string signal, bool onWhole) => new(
            bar, slice.CloseTimes[bar], slice.CloseTimes[end - 1], $"{signal} {(onWhole ? "only with" : "only without")} the bars after the cut");
    }

    /// <summary>A bar-by-bar strategy sees no later bar, but it may remember one of an earlier run: what it, its orders and its account are at a bar
    /// is compared.</summary>
    private LookaheadFinding? OfBars(in PlannedBacktest backtest)
    {
        var slice = backtest.Slice;
        var ends = Ends(in backtest, []);
        var (whole, states) = (Begin(in backtest, slice), new List<byte[]>());
        foreach (var end in ends)
        {
            whole.Advance(end);
            states.Add(whole.Save());
        }

        for (var at = 0; at < ends.Count; at++)
        {
            try
            {
                var part = Begin(in backtest, slice.Until(ends[at]));
                part.Advance(ends[at]);
                if (!states[at].AsSpan().SequenceEqual(part.Save())) return FirstDifferent(in backtest, ends[at]);
            }
            catch (Exception exception)
            {
                return Failed(slice, ends[at], exception);
            }
        }

        return null;
    }

    private LookaheadFinding FirstDifferent(in PlannedBacktest backtest, int end)
    {
        var slice = backtest.Slice;
        var (whole, part) = (Begin(in backtest, slice), Begin(in backtest, slice.Until(end)));
        for (var bar = 0; bar < end; bar++)
        {
            whole.Advance(bar + 1);
            part.Advance(bar + 1);
            if (!whole.Save().AsSpan().SequenceEqual(part.Save())) return Found(bar);
        }

        return Found(end - 1);

        LookaheadFinding Found(int bar) =>
            new(bar, slice.CloseTimes[bar], slice.CloseTimes[end - 1], "orders or state differ with and without the bars after the cut");
    }

    /// <summary>Where the data end, ascending: each at least a bar inside the window, and behind the warm-up that the strategy declares.</summary>
    private List<int> Ends(in PlannedBacktest backtest, List<int> decisions)
    {
        var warmUp = Math.Min(Create(in backtest).WarmUp(backtest.Parameters), backtest.Slice.Count - 1);
        var (first, last) = (Math.Max(backtest.Slice.First, warmUp) + 1, backtest.Slice.Count - 1);
        if (last < first) return [];
        var random = new SeededRandom(SeededRandom.Mix(seed) ^ (ulong)backtest.Index);
        SortedSet<int> ends = [];
        var inside = decisions.FindAll(bar => bar + 1 >= first && bar + 1 <= last);
        var spread = Math.Min(Cuts * 2 / 3, inside.Count);
        for (var at = 0; at < spread; at++) ends.Add(inside[(int)((long)inside.Count * at / spread)] + 1);
        for (var at = ends.Count; at < Cuts; at++) ends.Add(first + (int)(random.NextDouble() * (last - first + 1)));
        return [.. ends];
    }

    private SignalColumns Signals(in PlannedBacktest backtest, BarSlice slice)
    {
        var signals = new SignalColumns();
        signals.Reset(slice.Count);
        ((ISignalStrategy)Create(in backtest)).WriteSignals(new MarketView(slice, new ColumnCache()), backtest.Parameters, signals);
        return signals;
    }

    private BarSimulation Begin(in PlannedBacktest backtest, BarSlice slice)
    {
        var simulation = new BarSimulation();
        simulation.Begin(slice, (IBarStrategy)Create(in backtest), backtest.Parameters, backtest.Account, backtest.Rules);
        return simulation;
    }

    private IStrategy Create(in PlannedBacktest backtest) => plan.Study.Strategies[backtest.Strategy].Create();

    private static LookaheadFinding Failed(BarSlice slice, int end, Exception exception) =>
        new(end - 1, slice.CloseTimes[end - 1], slice.CloseTimes[end - 1], $"fails on data that end here: {BacktestError.Of(exception)}");
}

/// <summary>A decision that depends on later bars.</summary>
/// <param name="Bar">The first bar that differs, an index inside the backtest's slice.</param>
/// <param name="CloseTime">When it closes, in UTC ticks.</param>
/// <param name="CutTime">When the last bar of the shorter data closes, in UTC ticks.</param>
/// <param name="What">What differs, in words.</param>
public sealed record LookaheadFinding(int Bar, long CloseTime, long CutTime, string What);
