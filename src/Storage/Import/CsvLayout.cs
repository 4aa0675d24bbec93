namespace Backtest.Storage.Import;

/// <summary>Where a CSV format has what.</summary>
/// <param name="Separator">The field separator.</param>
/// <param name="HasHeader">Whether the first record is a header.</param>
/// <param name="Fields">How many fields each record has.</param>
/// <param name="Cells">The index of the field of each <see cref="BarCell"/>, in the order of that enumeration.</param>
/// <param name="ReadTime">Reads the time field.</param>
/// <param name="UnitsPerPrice">What the file's prices are multiplied by: 10,000 where 472.65 is written as 4726500.</param>
internal sealed record CsvLayout(char Separator, bool HasHeader, int Fields, int[] Cells, StampReader ReadTime, double UnitsPerPrice = 1);

/// <summary>Reads a time field; false where the text is no time.</summary>
internal delegate bool StampReader(ReadOnlySpan<byte> utf8, out Stamp stamp);
