using System.Text;
using Backtest.Host.BarFiles;
using Backtest.Host.CommandLine;

namespace Backtest.Host.Starting;

/// <summary>What a new strategy starts from: its source, a study, and data where there are none. Nothing that is there is overwritten.</summary>
/// <param name="name">The strategy's name.</param>
/// <param name="byBar">Whether it decides bar by bar.</param>
internal sealed class StrategyStart(StrategyName name, bool byBar)
{
    private const string SampleData = "data/sp500-2000.csv", SampleSymbol = "SPX";

    // Where data usually are: beside the strategy, or beside its folder.
    private static readonly string[] DataFolders = ["data", "../data"];

    private string Parameters => byBar
        ? "      entry: [20, 50, 100, 200]           # a list, one value, or a range\n      trail: { from: 4%, to: 20%, step: 2% }"
        : "      period: { from: 20, to: 200, step: 10 }   # a range, a list, or one value\n      band: [0%, 1%, 2%]";

    /// <summary>Writes the files.</summary>
    /// <returns>The paths of the files written.</returns>
    /// <exception cref="UsageException">The source file is there already; nothing was written.</exception>
    public IReadOnlyList<string> Write()
    {
        if (File.Exists(name.SourceFile))
            throw new UsageException($"'{name.SourceFile}' is there already, and nothing is overwritten: choose another name");
        List<string> written = [];
        Add(name.SourceFile, Text(byBar ? "new/ByBar.cs" : "new/Signals.cs", "", ""));
        if (File.Exists(name.StudyFile)) return written;
        var data = FindData();
        if (data is null)
        {
            Add(name.PathOf(SampleData), StarterFiles.Read(SampleData));
            Add(name.PathOf("data/README.md"), StarterFiles.Read("data/README.md"));
        }

        var symbol = Path.GetFileName(data ?? SampleData) == Path.GetFileName(SampleData) ? SampleSymbol : CheckCommand.SymbolOf(data!);
        Add(name.StudyFile, Text("new/study.yaml", YamlScalar.Of(data ?? SampleData), YamlScalar.Of(symbol)));
        return written;

        void Add(string path, byte[] content)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            if (File.Exists(path)) return;
            using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
            stream.Write(content);
            written.Add(path);
        }
    }

    /// <summary>The first CSV file of a folder of data, from the study's folder; null where there is none.</summary>
    private string? FindData() => (
        from folder in DataFolders
        let path = name.PathOf(folder)
        where Directory.Exists(path)
        from file in Directory.GetFiles(path, "*.csv").Order(StringComparer.Ordinal)
        select $"{folder}/{Path.GetFileName(file)}").FirstOrDefault();

    private byte[] Text(string template, string data, string symbol) => Encoding.UTF8.GetBytes(
        Encoding.UTF8.GetString(StarterFiles.Read(template))
            .Replace("{Class}", name.Class, StringComparison.Ordinal)
            .Replace("{Name}", name.Declared, StringComparison.Ordinal)
            .Replace("{File}", name.File, StringComparison.Ordinal)
            .Replace("{Data}", data, StringComparison.Ordinal)
            .Replace("{Symbol}", symbol, StringComparison.Ordinal)
            .Replace("{Parameters}", Parameters, StringComparison.Ordinal));
}
