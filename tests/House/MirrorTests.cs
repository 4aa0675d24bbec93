using Backtest.House.Tests.Sources;

namespace Backtest.House.Tests;

/// <summary>Tests mirror sources: a reader finds the tests of a type where the type is.</summary>
public sealed class MirrorTests
{
    private const string Ending = "Tests";

    private static readonly string[] Projects = ["Engine", "Strategies", "Storage", "Actors", "Host"];

    [Fact]
    public void TestsLieInTheFolderOfWhatTheyTest() => Rule.Holds(
        "move it to the folder of its source",
        from project in Projects
        let sources = SourceFile.Under($"src/{project}").ToLookup(file => file.Title, file => FolderOf(file, $"src/{project}"))
        from test in SourceFile.Under($"tests/{project}.Tests")
        where test.Title.EndsWith(Ending, StringComparison.Ordinal)
        let folders = sources[test.Title[..^Ending.Length]].ToArray()
        where folders.Length > 0 && !folders.Contains(FolderOf(test, $"tests/{project}.Tests"))
        select $"{test.Name}: its source is in {string.Join(", ", folders)}");

    [Fact]
    public void EveryFolderOfSourcesHasTests() => Rule.Holds(
        "write tests for it in the folder of the same name",
        from project in Projects
        let tested = SourceFile.Under($"tests/{project}.Tests").Select(file => FolderOf(file, $"tests/{project}.Tests")).ToHashSet()
        from folder in SourceFile.Under($"src/{project}").Select(file => FolderOf(file, $"src/{project}")).Distinct()
        where folder.Length > 0 && !tested.Any(name => name == folder || name.StartsWith(folder + "/", StringComparison.Ordinal))
        select $"src/{project}/{folder}");

    private static string FolderOf(SourceFile file, string root)
    {
        var folder = Path.GetDirectoryName(file.Name)!.Replace('\\', '/');
        return folder.Length > root.Length ? folder[(root.Length + 1)..] : "";
    }
}
