namespace Backtest.Storage.Import;

/// <summary>Where a CSV format has what.</summary>
/// <param name="Separator">The field separator.</param>
/// <param name="HasHeader">Whether the first record is a header.</param>
/// <param name="Fields">How many fields each record has.</param>
/// <param name="Cells">The index of the field of each <see cref="BarCell"/>, in the order of that enumeration.</param>
/// <param name="ReadTime">Reads the time field.</param>
/// <param name="PriceUnit">The price of one unit of the numbers in the file.</param>
internal sealed record CsvLayout(char Separator, bool HasHeader, int Fields, int[] Cells, StampReader ReadTime, double PriceUnit = 1);

/// <summary>Reads a time field; false where the text is no time.</summary>
internal delegate bool StampReader(ReadOnlySpan<byte> utf8, out Stamp stamp);
