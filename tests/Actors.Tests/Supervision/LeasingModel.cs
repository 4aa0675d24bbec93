using Backtest.Actors.Supervision;

namespace Backtest.Actors.Tests.Supervision;

/// <summary>Nodes, and the post between them and the supervisor, which loses, repeats and reorders what it carries. Checks after each step that every
/// backtest is free, leased once, or recorded once.</summary>
internal sealed class LeasingModel
{
    private const int FailEvery = 7;
    private static readonly TimeSpan LeaseTimeout = TimeSpan.FromSeconds(30);

    private readonly SupervisorState _state;
    private readonly Dictionary<(string Node, long Lease), Held> _held = [];
    private readonly List<Action> _post = [];
    private readonly (string Node, long Lease)?[] _holder;
    private readonly bool[] _recorded;
    private TimeSpan _now;

    public LeasingModel(int planned, RangeSizing sizing)
    {
        _state = new SupervisorState([new IndexRange(0, planned)], sizing, LeaseTimeout);
        (_holder, _recorded) = (new (string, long)?[planned], new bool[planned]);
    }

    /// <summary>One thing happens. Arguments are taken modulo what there is.</summary>
    public void Step(int kind, int who, int which)
    {
        var node = $"node-{who % 3}";
        switch (kind % 10)
        {
            case 0:
                Leave(node);
                _state.Join(node, 1 + which % 4, _now);
                break;
            case 1:
                _state.Request(node, 1 + which % 3, _now);
                break;
            case 2:
                Deal();
                break;
            case 3 or 4:
                Run(which, 1 + who % 9);
                break;
            case 5:
                Deliver(which, keep: false);
                break;
            case 6:
                Deliver(which, keep: true);
                break;
            case 7:
                if (which % 3 == 0 && _post.Count > 0) _post.RemoveAt(which % _post.Count);
                else GiveBack(which);
                break;
            case 8:
                if (which % 4 == 0) Leave(node);
                break;
            default:
                FallSilent(node, which);
                break;
        }

        Check();
    }

    /// <summary>All nodes leave, and one that is well runs what is left.</summary>
    public void Finish()
    {
        foreach (var node in _state.Nodes.ToArray()) Leave(node);
        _state.Join("last", 2, _now);
        while (_state.Missing > 0)
        {
            _state.Request("last", 1, _now);
            Deal();
            Run(0, int.MaxValue);
            while (_post.Count > 0) Deliver(_post.Count - 1, keep: false);
            Check();
        }

        Assert.Equal((0, 0, 0), (_state.Missing, _state.Queued, _state.Leased));
        Assert.Equal(Enumerable.Range(0, _recorded.Length).Count(Fails), _state.Failed);
        Assert.DoesNotContain(false, _recorded);
    }

    private static bool Fails(int index) => index % FailEvery == 0;

    private void Deal()
    {
        foreach (var (node, lease) in _state.Deal())
        {
            for (var index = lease.Range.First; index < lease.Range.End; index++)
            {
                Assert.False(_recorded[index], $"{index} is recorded and was dealt");
                Assert.Null(_holder[index]);
                _holder[index] = (node, lease.Id);
            }

            _held[(node, lease.Id)] = new Held(lease.Range.First, lease.Range.End);
        }
    }

    /// <summary>A node has part of a lease recorded, and says so.</summary>
    private void Run(int which, int most)
    {
        if (_held.Count == 0) return;
        var ((node, lease), held) = _held.ElementAt(which % _held.Count);
        var count = Math.Min(most, held.End - held.Next);
        var range = new IndexRange(held.Next, count);
        if (held.Next + count == held.End) _held.Remove((node, lease));
        else _held[(node, lease)] = held with { Next = held.Next + count };
        _post.Add(() => Record(node, lease, range));
    }

    private void Record(string node, long lease, IndexRange range)
    {
        var indices = Enumerable.Range((int)range.First, (int)range.Count).ToArray();
        var before = _state.Missing;
        _state.Record(node, lease, range, indices.Count(Fails), TimeSpan.FromMilliseconds(range.Count), _now);
        if (_state.Missing == before) return;
        foreach (var index in indices)
        {
            Assert.False(_recorded[index], $"{index} was counted twice");
            Assert.Equal((node, lease), _holder[index]);
            (_recorded[index], _holder[index]) = (true, null);
        }
    }

    private void GiveBack(int which)
    {
        if (_held.Count == 0) return;
        var (node, lease) = _held.ElementAt(which % _held.Count).Key;
        _held.Remove((node, lease));
        _post.Add(() =>
        {
            _state.Return(node, lease);
            Free(holder => holder == (node, lease));
        });
    }

    private void Deliver(int which, bool keep)
    {
        if (_post.Count == 0) return;
        var at = which % _post.Count;
        var message = _post[at];
        if (!keep) _post.RemoveAt(at);
        message();
    }

    /// <summary>What the node has sent may still arrive.</summary>
    private void Leave(string node)
    {
        _state.Leave(node);
        foreach (var key in _held.Keys.Where(key => key.Node == node).ToArray()) _held.Remove(key);
        Free(holder => holder.Node == node);
    }

    private void FallSilent(string silent, int which)
    {
        _now += TimeSpan.FromSeconds(1 + which % 40);
        foreach (var node in _state.Nodes.Where(node => node != silent)) _state.Alive(node, _now);
        foreach (var node in _state.Silent(_now)) Leave(node);
    }

    private void Free(Func<(string Node, long Lease), bool> which)
    {
        for (var index = 0; index < _holder.Length; index++)
            if (_holder[index] is { } holder && which(holder)) _holder[index] = null;
    }

    private void Check()
    {
        Assert.Equal(_recorded.Length, _state.Done + _state.Failed + _state.Missing);
        Assert.Equal(_recorded.Count(recorded => recorded), _state.Done + _state.Failed);
        Assert.Equal(_state.Missing, _state.Queued + _holder.Count(holder => holder is not null));
    }

    private readonly record struct Held(long Next, long End);
}
