using Backtest.Engine.Market;
using Backtest.Engine.Parameters;
using Backtest.Engine.Signals;
using Backtest.Engine.Studies;

namespace Backtest.Engine.Tests.Examples;

/// <summary>Studies of <see cref="LagStrategy"/> over random bars.</summary>
internal static class ExampleStudy
{
    /// <summary>One strategy with the lags 1 to <paramref name="lags"/>, one data set, one window.</summary>
    public static Study Of(long lags = 5, string? where = null, string mode = "none", int bars = 100)
    {
        var entry = new StrategyEntry("lag", null, [Range("lag", 1, lags), Values("mode", mode)], where is null ? null : new Expression(where));
        return Of([entry], [ExampleBars.Random(bars, 3)], Window.All);
    }

    /// <summary>A study of some entries, which are all of <see cref="LagStrategy"/>.</summary>
    public static Study Of(IReadOnlyList<StrategyEntry> entries, IReadOnlyList<BarSeries> series, params Window[] windows)
    {
        var sources = series.Select((bars, at) => new DataSource(bars.Symbol, $"{at}.csv", bars.Timeframe));
        var strategies = entries.Select(entry => new StrategyDefinition(() => new LagStrategy(entry.Name)));
        return new Study(new StudyDefinition("example", [.. sources], entries, windows), series, [.. strategies]);
    }

    /// <summary>The study with something of its definition changed.</summary>
    public static Study With(this Study study, Func<StudyDefinition, StudyDefinition> change) =>
        study with { Definition = change(study.Definition) };

    public static ParameterAxis Range(string name, decimal from, decimal to) => new(name, from, to, 1);

    public static ParameterAxis Values(string name, params string[] values) => new(name, [.. values.Select(value => new ParameterValue(value))]);

    /// <summary>The window from one bar up to, not with, another, of <see cref="ExampleBars"/>.</summary>
    public static Window Bars(int from, int to) => new($"{from}..{to}", from * TimeSpan.TicksPerDay, to * TimeSpan.TicksPerDay);
}
