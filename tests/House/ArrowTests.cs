using Backtest.House.Tests.Sources;

namespace Backtest.House.Tests;

/// <summary>Who may reference whom.</summary>
public sealed class ArrowTests
{
    private const string Engine = "src/Engine/Backtest.Engine.csproj";
    private const string Strategies = "src/Strategies/Backtest.Strategies.csproj";
    private const string Storage = "src/Storage/Backtest.Storage.csproj";
    private const string Actors = "src/Actors/Backtest.Actors.csproj";
    private const string Host = "src/Host/Backtest.Host.csproj";

    /// <summary>The arrows of the house. A new one is a decision: write it down in docs/decisions.</summary>
    private static readonly Dictionary<string, string[]> Table = new()
    {
        [Engine] = [],
        [Strategies] = [Engine],
        [Storage] = [Engine],
        [Actors] = [Engine, Storage],
        [Host] = [Actors, Engine, Storage, Strategies],
        ["tests/Engine.Tests/Backtest.Engine.Tests.csproj"] = [Engine],
        ["tests/Strategies.Tests/Backtest.Strategies.Tests.csproj"] = [Engine, Strategies],
        ["tests/Storage.Tests/Backtest.Storage.Tests.csproj"] = [Engine, Storage],
        ["tests/Actors.Tests/Backtest.Actors.Tests.csproj"] = [Actors, Engine, Storage, Strategies],
        ["tests/Host.Tests/Backtest.Host.Tests.csproj"] = [Actors, Engine, Host, Storage, Strategies],
        ["tests/House/Backtest.House.Tests.csproj"] = [Actors, Engine, Host, Storage, Strategies],
    };

    private static readonly string[] PureProjects = [Engine, Strategies];

    [Fact]
    public void ProjectsReferenceWhatTheTableSays() => Rule.Holds(
        "change the reference back, or change the table here and write a decision",
        from project in ProjectFile.All
        where project.Top is "src" or "tests"
        let allowed = Table.GetValueOrDefault(project.Name)
        where allowed is null || !project.Projects.SequenceEqual(allowed.Order(StringComparer.Ordinal))
        select allowed is null
            ? $"{project.Name} is not in the table"
            : $"{project.Name} references [{string.Join(", ", project.Projects)}], the table says [{string.Join(", ", allowed)}]");

    [Fact]
    public void EveryProjectOfTheTableExists() => Rule.Holds(
        "take it out of the table", Table.Keys.Where(name => !File.Exists(Repository.PathOf(name))));

    [Fact]
    public void SamplesAndBenchmarksReferenceTheProductOnly() => Rule.Holds(
        "a sample uses what a user has, and so does a benchmark: reference projects of src only",
        from project in ProjectFile.All
        where project.Top is "samples" or "benchmarks"
        from reference in project.Projects
        where !reference.StartsWith("src/", StringComparison.Ordinal)
        select $"{project.Name} references {reference}");

    [Fact]
    public void NothingIsReferencedAroundACorner() => Assert.Equal(
        "true", new ProjectFile("Directory.Build.props").Property("DisableTransitiveProjectReferences"));

    [Fact]
    public void ThePureProjectsHaveNoPackagesButAnalyzers() => Rule.Holds(
        "Engine and Strategies are pure: take the package out, or do what it does in Storage",
        from name in PureProjects
        let project = new ProjectFile(name)
        from package in project.Packages
        where !package.EndsWith("Analyzers", StringComparison.Ordinal) || !project.PrivatePackages.Contains(package)
        select $"{name} references {package}");

    [Fact]
    public void ThePureProjectsAreGuardedAgainstClockFilesThreadsAndChance() => Rule.Holds(
        "reference Microsoft.CodeAnalysis.BannedApiAnalyzers and ../BannedSymbols.txt, so that the compiler refuses them",
        from name in PureProjects
        let project = new ProjectFile(name)
        where !project.Packages.Contains("Microsoft.CodeAnalysis.BannedApiAnalyzers") || !project.AdditionalFiles.Contains("../BannedSymbols.txt")
        select name);

    [Theory]
    [InlineData("P:System.DateTime.UtcNow")]
    [InlineData("P:System.DateTime.Now")]
    [InlineData("T:System.TimeProvider")]
    [InlineData("T:System.Diagnostics.Stopwatch")]
    [InlineData("T:System.Random")]
    [InlineData("M:System.Guid.NewGuid")]
    [InlineData("N:System.IO")]
    [InlineData("N:System.Net")]
    [InlineData("T:System.Console")]
    [InlineData("T:System.Environment")]
    [InlineData("T:System.Threading.Thread")]
    [InlineData("T:System.Threading.Tasks.Task")]
    public void WhatWouldMakeAResultDependOnTheMachineIsBanned(string symbol) => Assert.Contains(
        Repository.Read("src/BannedSymbols.txt").Split('\n'), line => line.StartsWith(symbol + ";", StringComparison.Ordinal));
}
