using System.Globalization;

namespace Backtest.Storage.Import;

/// <summary>Collects the rows of a file as columns, in the order of the file. A row that is wrong is reported and left out;
/// reading goes on.</summary>
/// <param name="report">Takes what is wrong.</param>
internal sealed class RowCollector(RowReport report)
{
    private const int FirstYear = 1800, LastYear = 2199;
    private readonly EpochUnit _unit = new();
    private readonly List<long> _stamps = [];
    private readonly List<short> _offsets = [];
    private readonly List<int> _lines = [];
    private readonly List<double> _open = [], _high = [], _low = [], _close = [], _volume = [];
    private bool _hasOffsets;
    private (long Ticks, int Line)? _previous;

    /// <summary>How the file writes times; null before the first row.</summary>
    public StampKind? Kind { get; private set; }

    /// <summary>The number of rows kept.</summary>
    public int Count => _stamps.Count;

    /// <summary>The rows' times in UTC ticks as stamped, not yet close times.</summary>
    public IReadOnlyList<long> Stamps => _stamps;

    /// <summary>The rows' lines.</summary>
    public IReadOnlyList<int> Lines => _lines;

    /// <summary>Whether every row is stamped with a midnight of its own local time, or a date.</summary>
    public bool AllAtMidnight => Enumerable.Range(0, Count).All(row => LocalStamp(row) % TimeSpan.TicksPerDay == 0);

    /// <summary>A row's time on the clock that it was written by, in ticks.</summary>
    public long LocalStamp(int row) => _hasOffsets ? _stamps[row] + _offsets[row] * TimeSpan.TicksPerMinute : _stamps[row];

    /// <summary>Hands the price and volume columns over.</summary>
    public (double[] Open, double[] High, double[] Low, double[] Close, double[] Volume) Prices() =>
        ([.. _open], [.. _high], [.. _low], [.. _close], [.. _volume]);

    /// <summary>Reports a value that cannot be read; its row must not be added.</summary>
    public void Unreadable(IRowLocation location, BarCell cell, string message) =>
        report(RowDefect.Unreadable, location.Line, location.ColumnOf(cell), message);

    /// <summary>Reports something about a whole line.</summary>
    public void Unreadable(int line, int column, string message) => report(RowDefect.Unreadable, line, column, message);

    /// <summary>Adds a row, or reports what is wrong with it.</summary>
    public void Add(IRowLocation location, Stamp stamp, in RowPrices prices)
    {
        if (!TryTicks(location, stamp, out var ticks) || !Follows(location, ticks)) return;
        if (prices.Defect() is { } defect)
        {
            report(RowDefect.ImpossibleBar, location.Line, location.ColumnOf(defect.Cell), defect.Message);
            return;
        }

        _stamps.Add(ticks);
        _lines.Add(location.Line);
        _open.Add(prices.Open);
        _high.Add(prices.High);
        _low.Add(prices.Low);
        _close.Add(prices.Close);
        _volume.Add(prices.Volume);
        if (stamp.OffsetMinutes != 0 && !_hasOffsets)
        {
            _hasOffsets = true;
            _offsets.AddRange(new short[_stamps.Count - 1]);
        }

        if (_hasOffsets) _offsets.Add(stamp.OffsetMinutes);
    }

    private bool TryTicks(IRowLocation location, Stamp stamp, out long ticks)
    {
        ticks = stamp.Value;
        if (Kind is { } kind && kind != stamp.Kind)
            return WrongUnit(location, $"time is written as {Word(stamp.Kind)}, the rows before it as {Word(kind)}: write all in one way");
        Kind = stamp.Kind;
        if (stamp.Kind == StampKind.Epoch && _unit.Convert(stamp.Value, out ticks) is { } other)
            return WrongUnit(location, $"time {stamp.Value} looks like {other}, the rows before it like {_unit.Word}: write all in one unit");
        if (new DateTime(ticks).Year is >= FirstYear and <= LastYear) return true;
        var unit = stamp.Kind == StampKind.Epoch ? $" {stamp.Value}, read as {_unit.Word}," : "";
        return WrongUnit(location, $"time{unit} is {Show(ticks)}, outside the years {FirstYear} to {LastYear}: check the unit");
    }

    private bool WrongUnit(IRowLocation location, string message)
    {
        report(RowDefect.TimeUnit, location.Line, location.ColumnOf(BarCell.Time), message);
        return false;
    }

    /// <summary>Compares with the row before it, kept or not, so that one misplaced row is reported once.</summary>
    private bool Follows(IRowLocation location, long ticks)
    {
        var previous = _previous;
        _previous = (ticks, location.Line);
        if (previous is not { } before) return true;
        if (ticks > before.Ticks) return Count == 0 || ticks > _stamps[^1];
        var place = before.Line > 0 ? $"line {before.Line}" : "the row before it";
        var column = location.ColumnOf(BarCell.Time);
        if (ticks == before.Ticks)
            report(RowDefect.Duplicate, location.Line, column, $"time {Show(ticks)} is a duplicate of {place}: keep one of the two rows");
        else
            report(RowDefect.Disorder, location.Line, column,
                $"time {Show(ticks)} is out of order, {place} has {Show(before.Ticks)}: sort the rows by time, oldest first");
        return false;
    }

    private static string Word(StampKind kind) => kind switch
    {
        StampKind.Date => "a date",
        StampKind.Instant => "date and time",
        _ => "a number",
    };

    /// <summary>A time for a message.</summary>
    public static string Show(long ticks) => new DateTime(ticks).ToString(
        ticks % TimeSpan.TicksPerDay == 0 ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", CultureInfo.InvariantCulture);
}
