using System.Globalization;
using Backtest.Engine.Market;
using Backtest.Engine.Studies;
using Backtest.Storage.Bars;
using Backtest.Storage.Studies;
using Backtest.Strategies;

namespace Backtest.Benchmarks.EndToEnd;

/// <summary>A study of moving-average crosses on made-up bars, written to a folder as a user would have it.</summary>
internal static class CrossStudy
{
    private const ulong Seed = 7;

    /// <summary>Writes bars and study file.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="name">The study's name.</param>
    /// <param name="timeframe">The bars' timeframe.</param>
    /// <param name="bars">How many bars.</param>
    /// <param name="backtests">How many backtests; one or more.</param>
    /// <returns>The study file.</returns>
    public static string Write(string folder, string name, string timeframe, int bars, int backtests)
    {
        Timeframe.TryParse(timeframe, out var interval);
        var csv = Path.Combine(folder, $"{name}.csv");
        using (var writer = new StreamWriter(csv)) BarCsv.Write(writer, SyntheticBars.Create("SYN", interval, bars, Seed));
        var (fast, slow) = Ranges(backtests);
        var file = Path.Combine(folder, $"{name}.yaml");
        File.WriteAllText(file, string.Create(CultureInfo.InvariantCulture, $$"""
            study: {{name}}
            data: [{ symbol: SYN, file: {{name}}.csv, timeframe: {{timeframe}} }]
            strategies:
              - name: sma-cross
                parameters: { fast: { from: 2, to: {{fast}} }, slow: { from: 3, to: {{slow}} } }
                where: fast < slow
            limit: {{backtests}}
            costs: { commission: 0.1% }
            """));
        return file;
    }

    /// <summary>Opens it in this process.</summary>
    public static Study Open(string file) => StudyLoader.Load(StudyFile.Read(file), BuiltInStrategies.All);

    private static (int Fast, int Slow) Ranges(int backtests)
    {
        var slow = 60 + (int)Math.Ceiling(Math.Sqrt(2.0 * backtests));
        var (fast, sets) = (1, 0);
        while (sets < backtests && fast < slow - 1) sets += slow - ++fast;
        return (fast, slow);
    }
}
