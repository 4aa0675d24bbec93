using Backtest.Engine.Bars;
using Backtest.Engine.Parameters;
using Backtest.Engine.Signals;
using Backtest.Storage.Problems;
using Backtest.Storage.Studies;
using Backtest.Storage.Tests.Examples;

namespace Backtest.Storage.Tests.Studies;

public sealed class StrategySourceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AStrategyOfEitherKindIsCompiledWithoutUsings()
    {
        var source = SourceText.Of("by-columns") + """

            internal sealed class ByBars : IBarStrategy
            {
                public StrategyDeclaration Declaration { get; } = new("by-bars", 1, "", "", [ParameterDeclaration.Whole("n", "n", 1, 1, 9)]);
                public int WarmUp(ParameterSet parameters) => (int)Math.Max(3, new List<int> { 1 }.Sum());
                public void Begin(ParameterSet parameters) { }
                public void OnBar(in BarHistory bars, Portfolio portfolio, OrderTicket orders) { }
                public void Persist(StateCodec state) { }
            }
            """;

        var strategies = Load(source).Strategies;

        Assert.Equal(["by-bars", "by-columns"], strategies.Select(strategy => strategy.Declaration.Name));
        Assert.IsAssignableFrom<IBarStrategy>(strategies[0].Create());
        Assert.IsAssignableFrom<ISignalStrategy>(strategies[1].Create());
        Assert.Equal(3, strategies[0].Create().WarmUp(new ParameterSet(strategies[0].Declaration.Parameters)));
        Assert.NotSame(strategies[0].Create(), strategies[0].Create());
    }

    [Fact]
    public void AllErrorsAreToldAtOnceWithLineAndColumnAndNoWarning()
    {
        var source = """
            public sealed class Wrong : ISignalStrategy
            {
                private int unused; // a warning
                public StrategyDeclaration Declaration { get; } = new("wrong", 1, "", "", []);
                public int WarmUp(ParameterSet parameters) => "none";
                public void WriteSignals(MarketView market, ParameterSet parameters, SignalColumns signals) => market.Smaa(3);
            }
            """;

        var refused = Assert.Throws<InputException>(() => Load(source));

        var (first, second) = (refused.Problems[0].ToString(), refused.Problems[1].ToString());
        Assert.Equal(2, refused.Problems.Count);
        Assert.Equal($"{_folder["a.cs"]}:5:51: Cannot implicitly convert type 'string' to 'int' (CS0029)", first);
        Assert.StartsWith($"{_folder["a.cs"]}:6:107: 'MarketView' does not contain a definition for 'Smaa'", second, StringComparison.Ordinal);
        Assert.EndsWith(" (CS1061)", second, StringComparison.Ordinal);
    }

    [Fact]
    public void WarningsAreNotFatal() => Assert.Single(Load(SourceText.Of("a", "private int _unused; [Obsolete] int Old() => Old();")).Strategies);

    [Theory]
    [InlineData("public sealed class Empty;", "has no class that implements ISignalStrategy, IBarStrategy or IPortfolioStrategy and has a public")]
    [InlineData("", "has no class that implements")]
    public void AFileWithoutAStrategyIsRefused(string source, string message)
    {
        var refused = Assert.Throws<InputException>(() => Load(source));

        Assert.StartsWith($"{_folder["a.cs"]}: {message}", Assert.Single(refused.Problems).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void AConstructorThatThrowsIsToldWithTheFile()
    {
        var source = SourceText.Of("thrower", "public Thrower() => throw new InvalidOperationException(\"no licence\");");

        var refused = Assert.Throws<InputException>(() => Load(source));

        Assert.Equal(
            $"{_folder["a.cs"]}: strategy class Thrower cannot be made: InvalidOperationException: no licence",
            Assert.Single(refused.Problems).ToString());
    }

    [Fact]
    public void TwoStrategiesOfOneNameAreRefused()
    {
        var source = SourceText.Of("twice") + SourceText.Of("twice").Replace("class Twice", "class Other", StringComparison.Ordinal);

        var refused = Assert.Throws<InputException>(() => Load(source));

        Assert.Contains("two classes declare the name 'twice'", Assert.Single(refused.Problems).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\n", true)]
    [InlineData(" ", false)]
    [InlineData(" // a comment", false)]
    public void TheFingerprintIsTheTextWhateverItsLineEnds(string change, bool same)
    {
        var source = SourceText.Of("a");
        var changed = change == "\n" ? source.ReplaceLineEndings("\r\n") : source + change;

        Assert.Equal(same, Load(source).Strategies[0].Fingerprint == Load(changed).Strategies[0].Fingerprint);
    }

    [Fact]
    public void TheStackOfWhatFailsNamesTheLineAndNoFolder()
    {
        var strategy = (ISignalStrategy)Load(SourceText.Of("a", body: "throw new ArgumentException(\"here\");")).Strategies[0].Create();

        var thrown = Assert.Throws<ArgumentException>(() => strategy.WriteSignals(null!, new ParameterSet([]), new SignalColumns()));

        Assert.Contains("in a.cs:line 8", thrown.StackTrace, StringComparison.Ordinal);
    }

    [Fact]
    public void ACachedSourceIsTheSameStrategyAndADamagedEntryIsCompiledAnew()
    {
        var cache = new SourceCache(_folder["cache"]);
        var first = Load(SourceText.Of("a"), cache).Strategies[0];
        var entry = Assert.Single(Directory.GetFiles(_folder["cache"]));
        var bytes = File.ReadAllBytes(entry);
        var written = File.GetLastWriteTimeUtc(entry).AddDays(-1);
        File.SetLastWriteTimeUtc(entry, written);

        var second = Load(SourceText.Of("a"), cache).Strategies[0];
        Assert.Equal(written, File.GetLastWriteTimeUtc(entry));
        File.WriteAllBytes(entry, [.. bytes[..^40], .. new byte[40]]);
        var third = Load(SourceText.Of("a"), cache).Strategies[0];

        Assert.Equal([first.Fingerprint, first.Fingerprint], new[] { second.Fingerprint, third.Fingerprint });
        Assert.Equal(bytes, File.ReadAllBytes(entry));
        Load(SourceText.Of("a") + "\n", cache);
        Assert.Equal(2, Directory.GetFiles(_folder["cache"]).Length);
    }

    [Fact]
    public void WhatIsNoTextIsRefused()
    {
        _folder.Write("a.cs", [0x66, 0xFF, 0xFE]);

        var refused = Assert.Throws<InputException>(() => StrategySource.Load(_folder["a.cs"]));

        Assert.Equal($"{_folder["a.cs"]}: is not UTF-8 text: save it as UTF-8", Assert.Single(refused.Problems).ToString());
    }

    private StrategyLibrary Load(string source, SourceCache? cache = null) => StrategySource.Load(_folder.Write("a.cs", source), cache);
}
