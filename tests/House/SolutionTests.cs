using System.Text.RegularExpressions;
using Backtest.House.Tests.Sources;

namespace Backtest.House.Tests;

/// <summary>What is around the sources.</summary>
public sealed partial class SolutionTests
{
    [Fact]
    public void TheSolutionHoldsEveryProject()
    {
        var listed = ProjectPath().Matches(Repository.Read("Backtest.sln")).Select(match => match.Groups[1].Value.Replace('\\', '/')).ToArray();
        Rule.Holds(
            "run 'dotnet sln add', or 'dotnet sln remove'",
            [
                .. ProjectFile.All.Select(project => project.Name).Except(listed).Select(name => $"{name} is not in Backtest.sln"),
                .. listed.Where(name => !File.Exists(Repository.PathOf(name))).Select(name => $"{name} is in Backtest.sln and does not exist"),
            ]);
    }

    [Theory]
    [InlineData(".editorconfig")]
    [InlineData(".gitattributes")]
    [InlineData(".gitignore")]
    [InlineData(".ci/run")]
    [InlineData("Directory.Packages.props")]
    [InlineData("LICENSE")]
    [InlineData("global.json")]
    [InlineData("data/README.md")]
    [InlineData("hocon/backtest.conf")]
    public void WhatACloneNeedsIsThere(string name) => Assert.True(File.Exists(Repository.PathOf(name)), $"{name} is missing: bring it back");

    [Theory]
    [InlineData("Nullable", "enable")]
    [InlineData("TreatWarningsAsErrors", "true")]
    [InlineData("Deterministic", "true")]
    [InlineData("EnforceCodeStyleInBuild", "true")]
    [InlineData("InvariantGlobalization", "true")]
    [InlineData("TargetFramework", "net10.0")]
    public void TheSwitchesOfTheBuildAreOn(string property, string value) =>
        Assert.Equal(value, new ProjectFile("Directory.Build.props").Property(property));

    [Fact]
    public void ThePublicSurfaceOfTheProductIsDocumented() =>
        Assert.Equal("true", new ProjectFile("src/Directory.Build.props").Property("GenerateDocumentationFile"));

    private static readonly string[] Switches =
        ["Nullable", "TreatWarningsAsErrors", "WarningsNotAsErrors", "NoWarn", "Deterministic", "DisableTransitiveProjectReferences"];

    [Fact]
    public void NoProjectTurnsASwitchOff() => Rule.Holds(
        "take it out: the switches are set once, for all projects",
        from project in ProjectFile.All
        where project.Top != "tests"
        from property in Switches
        where project.Property(property) is not null
        select $"{project.Name} sets {property}");

    [Fact]
    public void NoWarningIsSilencedInTheProduct() => Rule.Holds(
        "do what the warning says",
        from file in SourceFile.OfProduct
        from line in file.Lines.Select((text, index) => (Text: text, Number: index + 1))
        where line.Text.TrimStart().StartsWith("#pragma warning disable", StringComparison.Ordinal)
        select $"{file.Name}:{line.Number}");

    [Fact]
    public void VersionsOfPackagesStandInOnePlace() => Rule.Holds(
        "write the version into Directory.Packages.props",
        from project in ProjectFile.All
        where Repository.Read(project.Name).Contains(" Version=", StringComparison.Ordinal)
        select project.Name);

    [GeneratedRegex("\"([^\"]+\\.csproj)\"")]
    private static partial Regex ProjectPath();
}
