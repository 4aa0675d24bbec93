using System.Runtime.InteropServices;

namespace Backtest.Engine.Bars;

/// <summary>Saves state and restores it by the same calls in the same order, so that the two cannot disagree. The bytes are for the machine and
/// version that wrote them.</summary>
public sealed class StateCodec
{
    private byte[] _bytes;
    private int _at;

    /// <summary>A codec that saves.</summary>
    public StateCodec() => (_bytes, IsSaving) = (new byte[256], true);

    /// <summary>A codec that restores.</summary>
    /// <param name="saved">What <see cref="ToBytes"/> gave.</param>
    public StateCodec(byte[] saved) => _bytes = saved;

    /// <summary>What <paramref name="persist"/> saves.</summary>
    internal static byte[] Save(Action<StateCodec> persist)
    {
        var state = new StateCodec();
        persist(state);
        return state.ToBytes();
    }

    /// <summary>Restores what <see cref="Save"/> gave.</summary>
    /// <exception cref="ArgumentException">It is of another version or strategy.</exception>
    internal static void Restore(byte[] saved, Action<StateCodec> persist)
    {
        var state = new StateCodec(saved);
        persist(state);
        state.End();
    }

    /// <summary>True where values are saved, false where they are restored.</summary>
    public bool IsSaving { get; }

    /// <summary>Saves or restores a value.</summary>
    /// <exception cref="ArgumentException">There is no more to restore.</exception>
    public void Value<T>(ref T value)
        where T : unmanaged
    {
        var bytes = MemoryMarshal.AsBytes(new Span<T>(ref value));
        if (IsSaving)
        {
            if (_at + bytes.Length > _bytes.Length) Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _at + bytes.Length));
            bytes.CopyTo(_bytes.AsSpan(_at));
        }
        else
        {
            if (_at + bytes.Length > _bytes.Length) throw new ArgumentException("the saved state is shorter than what it is restored into");
            _bytes.AsSpan(_at, bytes.Length).CopyTo(bytes);
        }

        _at += bytes.Length;
    }

    /// <summary>Saves or restores an array, its length included.</summary>
    public void Values<T>(ref T[] values)
        where T : unmanaged
    {
        var count = values.Length;
        Value(ref count);
        if (count != values.Length) values = new T[count];
        for (var i = 0; i < count; i++) Value(ref values[i]);
    }

    /// <summary>Saves or restores a list, its length included.</summary>
    public void Values<T>(List<T> values)
        where T : unmanaged
    {
        var count = values.Count;
        Value(ref count);
        CollectionsMarshal.SetCount(values, count);
        foreach (ref var value in CollectionsMarshal.AsSpan(values)) Value(ref value);
    }

    /// <summary>What was saved.</summary>
    public byte[] ToBytes() => _bytes[.._at];

    /// <summary>Ends restoring.</summary>
    /// <exception cref="ArgumentException">Something is left over: what was saved is not what was restored into.</exception>
    internal void End()
    {
        if (_at != _bytes.Length) throw new ArgumentException("the saved state is longer than what it is restored into");
    }
}
