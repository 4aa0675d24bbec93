using System.CommandLine;
using System.Text.RegularExpressions;
using Backtest.Engine.Statistics;
using Backtest.Engine.Statistics.Pooling;
using Backtest.Engine.Statistics.TearSheets;
using Backtest.Host.CommandLine;
using Backtest.House.Tests.Sources;
using Backtest.Strategies;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Backtest.House.Tests;

/// <summary>The documents name what there is, and what they name is there.</summary>
public sealed partial class DocumentTests
{
    /// <summary>The columns of a result in order; those of the metrics are checked against <see cref="Metrics"/>.</summary>
    private static readonly string[] Columns =
    [
        "index", "key", "status", "strategy", "symbol", "window", "from", "to", "bars", "total_return", "cagr", "volatility", "sharpe",
        "sortino", "calmar", "max_drawdown", "max_drawdown_bars", "trades", "closed_trades", "win_rate", "profit_factor", "expectancy",
        "exposure", "turnover", "fees_paid", "final_equity", "hash", "error",
    ];

    /// <summary>Headings of the guide: the page that a user looks for first.</summary>
    private static readonly string[] GuideHeadings =
    [
        "Overview", "Performance", "When to use", "When not to use", "Basic usage", "Parameters", "How it works", "Memory", "Tuning",
        "Benchmark your setup", "Common issues", "Platform notes", "Advanced", "Complete example", "Summary",
    ];

    [Fact]
    public void EveryLinkLeadsSomewhere() => Rule.Holds(
        "correct the link, or write what it leads to",
        from document in Document.All
        from link in document.Links
        let parts = link.Split('#')
        let target = parts[0].Length == 0
            ? document.Name
            : Repository.NameOf(Path.GetFullPath(parts[0], Path.GetDirectoryName(Repository.PathOf(document.Name))!))
        where !Exists(target) || (parts.Length > 1 && !new Document(target).Anchors.Contains(parts[1]))
        select $"{document.Name}: {link}");

    [Fact]
    public void EveryTestThatADocumentNamesExists()
    {
        var tests = SourceFile.Under("tests").SelectMany(file => file.Root.DescendantNodes().OfType<MethodDeclarationSyntax>())
            .Select(method => $"{(method.Parent as BaseTypeDeclarationSyntax)?.Identifier.Text}.{method.Identifier.Text}").ToHashSet();
        Rule.Holds(
            "the test was renamed: name the one that holds the promise now",
            from document in Document.All
            from term in document.Terms
            where TestName().IsMatch(term) && !tests.Contains(term)
            select $"{document.Name}: {term}");
    }

    [Fact]
    public void EveryHoconKeyIsExplained() => Explains(
        "docs/configuration.md", HoconFile.Keys.Select(key => key.Path));

    [Fact]
    public void EveryKeyOfAStudyFileIsExplained() => Explains("docs/study-file.md", StudyKeys());

    [Fact]
    public void TheKeysOfAStudyFileAreFound() => Assert.Superset(
        new HashSet<string> { "study", "windows", "commission", "workers", "step", "timestamps", "seed" }, StudyKeys().ToHashSet());

    [Fact]
    public void EveryStrategyAndParameterIsExplained() => Explains(
        "docs/strategies.md",
        from strategy in BuiltInStrategies.All
        let declaration = strategy.Declaration
        from name in declaration.Parameters.Select(parameter => parameter.Name).Prepend(declaration.Name)
        select name);

    [Fact]
    public void EveryIndicatorIsExplained() => Explains(
        "docs/indicators.md",
        from file in SourceFile.OfProduct
        where file.Name.StartsWith("src/Strategies/Indicators/", StringComparison.Ordinal)
        from type in file.Root.DescendantNodes().OfType<ClassDeclarationSyntax>()
        where type.Modifiers.Any(modifier => modifier.Text == "public")
        select type.Identifier.Text);

    [Fact]
    public void EveryCommandIsNamed()
    {
        var shell = new Shell(TextWriter.Null, TextWriter.Null, OutputIsTerminal: false, ErrorIsTerminal: false, UseColor: false, Width: 80);
        var text = string.Concat(Document.All.Select(document => document.Text));
        Rule.Holds(
            "show it in the README or in docs, as a reader would write it",
            Commands(BacktestProgram.CreateRoot(shell), "backtest").Where(command => !text.Contains(command, StringComparison.Ordinal)));
    }

    [Fact]
    public void EveryMetricIsAColumn() => Rule.Holds(
        "add it to the columns here and to docs/metrics.md",
        typeof(Metrics).GetConstructors().MaxBy(constructor => constructor.GetParameters().Length)!.GetParameters()
            .Select(parameter => SnakeCase(parameter.Name!)).Except(Columns));

    [Fact]
    public void EveryColumnOfAResultIsExplainedInOrder()
    {
        var headings = new Document("docs/metrics.md").Text.Split('\n')
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split('`')[1]);
        Assert.Equal(Columns, headings.Intersect(Columns));
    }

    [Fact]
    public void EveryFigureIsExplained() => Explains(
        "docs/metrics.md",
        TearFigure.All.Select(figure => figure.Name).Concat(PooledMetric.All.Select(metric => metric.Name))
            .Concat(RankingFocus.All.Select(focus => focus.Name)));

    [Fact]
    public void TheGuideHasEveryHeading()
    {
        var lines = new Document("docs/guide.md").Text.Split('\n');
        Rule.Holds(
            "give docs/guide.md a heading that begins so",
            GuideHeadings.Where(heading => !lines.Any(line => line.StartsWith($"## {heading}", StringComparison.Ordinal))));
    }

    [Fact]
    public void EveryDecisionSaysHowItIsConfirmed() => Rule.Holds(
        "add a heading Confirmation: what would show that the decision is wrong",
        from document in Document.All
        where document.Name.StartsWith("docs/decisions/0", StringComparison.Ordinal) && !document.Anchors.Contains("confirmation")
        select document.Name);

    private static IEnumerable<string> Commands(Command parent, string path) =>
        from command in parent.Subcommands
        where !command.Hidden
        let name = $"{path} {command.Name}"
        from found in command.Subcommands.Count == 0 ? [name] : Commands(command, name)
        select found;

    private static void Explains(string name, IEnumerable<string> terms)
    {
        var known = new Document(name).Terms.ToHashSet();
        Rule.Holds($"explain it in {name}, between backticks", terms.Distinct().Where(term => !known.Contains(term)));
    }

    private static bool Exists(string name) => File.Exists(Repository.PathOf(name)) || Directory.Exists(Repository.PathOf(name));

    /// <summary>The texts that the readers of study files give a map as its known keys.</summary>
    private static IEnumerable<string> StudyKeys() =>
        from file in SourceFile.OfProduct
        where file.Name.StartsWith("src/Storage/Studies/", StringComparison.Ordinal)
        from map in file.Root.DescendantNodes().OfType<ObjectCreationExpressionSyntax>()
        where map.Type.ToString() == "YamlMap"
        from argument in map.ArgumentList!.Arguments.Skip(3)
        from literal in argument.Expression is IdentifierNameSyntax name ? Initializer(file, name.Identifier.Text) : argument.DescendantNodes()
        where literal is LiteralExpressionSyntax
        select ((LiteralExpressionSyntax)literal).Token.ValueText;

    private static IEnumerable<Microsoft.CodeAnalysis.SyntaxNode> Initializer(SourceFile file, string field) =>
        file.Root.DescendantNodes().OfType<VariableDeclaratorSyntax>().Single(variable => variable.Identifier.Text == field).DescendantNodes();

    private static string SnakeCase(string name) => Capital().Replace(name, match => (match.Index > 0 ? "_" : "") + match.Value.ToLowerInvariant());

    [GeneratedRegex("^\\w+Tests\\.\\w+$")]
    private static partial Regex TestName();

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Capital();
}
