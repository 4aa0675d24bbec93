using Backtest.Storage.Files;

namespace Backtest.Storage.Import;

/// <summary>One file format of bars. Instances keep nothing between reads.</summary>
internal interface IBarFormat
{
    /// <summary>The names that a user may give; the first is the one that is printed.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>Whether the content is of this format, by its first bytes.</summary>
    bool Recognises(FileSample sample);

    /// <summary>Reads every row into <paramref name="rows"/>, which reports what is wrong with one.</summary>
    /// <exception cref="Problems.InputException">Reading cannot go on.</exception>
    void Read(PackedFile file, FileSample sample, RowCollector rows);
}
