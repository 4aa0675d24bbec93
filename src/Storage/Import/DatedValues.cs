using System.Text;
using Backtest.Storage.Files;
using Backtest.Storage.Problems;
using CsvHelper;

namespace Backtest.Storage.Import;

/// <summary>Reads a CSV of two columns, a time and a number, such as funding rates or dividends. Times are read as those of bars are; a first line
/// whose second column is no number is a header.</summary>
internal static class DatedValues
{
    /// <summary>The times in UTC ticks, strictly increasing, and the values.</summary>
    /// <param name="path">The file.</param>
    /// <param name="defect">Says what is wrong with a value; null where nothing is.</param>
    /// <exception cref="InputException">What is wrong with the file.</exception>
    public static (long[] Times, double[] Values) Read(string path, Func<double, string?> defect)
    {
        var file = new PackedFile(path);
        var problems = new ProblemList(file.DisplayName);
        var (times, values, unit) = (new List<long>(), new List<double>(), new EpochUnit());
        using var stream = file.Open();
        using var reader = CsvReader.Create(stream, new CsvReaderOptions
        {
            HasHeader = false,
            MaxRecordSize = CsvRows.LongestRecord,
            TrackLineNumbers = true,
            TrimWhitespace = true,
            Encoding = Encoding.UTF8,
        });
        try
        {
            while (reader.Read()) Add((int)Math.Min(int.MaxValue, reader.LineNumber));
        }
        catch (CsvFormatException error)
        {
            throw new InputException(file.DisplayName, (int)Math.Min(int.MaxValue, error.LineNumber), 0, "is no row: expected a time and a number");
        }

        if (times.Count == 0 && problems.Count == 0) problems.Add(0, 0, "has no rows: expected a time and a number in each");
        if (problems.Count > 0) throw new InputException([.. problems.All()]);
        return ([.. times], [.. values]);

        void Add(int line)
        {
            if (reader.FieldCount != 2)
            {
                problems.Add(line, 1, $"the row has {reader.FieldCount} fields: expected a time and a number");
                return;
            }

            var text = reader.GetSpan(0);
            var number = reader.GetSpan(1);
            var column = Encoding.UTF8.GetCharCount(reader.GetRawSpan(0)) + 2;
            if (!NumberText.TryParse(number, out var value))
            {
                if (line > 1) problems.Add(line, column, NumberText.Problem("value", number));
            }
            else if (!StampText.TryParse(text, out var stamp))
            {
                problems.Add(line, 1, $"time '{NumberText.Show(text)}' is no time: {StampText.Remedy}");
            }
            else if (defect(value) is { } wrong)
            {
                problems.Add(line, column, wrong);
            }
            else
            {
                var ticks = stamp.Value;
                if (stamp.Kind == StampKind.Epoch && unit.Convert(stamp.Value, out ticks) is { } other)
                    problems.Add(line, 1, $"time {stamp.Value} looks like {other}, the rows before it like {unit.Word}: write all in one unit");
                else if (times.Count > 0 && ticks <= times[^1])
                    problems.Add(line, 1, $"time {RowCollector.Show(ticks)} is not after that of the row before it: sort the rows, each time once");
                else Keep(ticks, value);
            }
        }

        void Keep(long ticks, double value)
        {
            times.Add(ticks);
            values.Add(value);
        }
    }
}
