using Backtest.Host.Completion;
using Backtest.Host.Tests.Examples;

namespace Backtest.Host.Tests.Completion;

public sealed class PathCompletionsTests : IDisposable
{
    private readonly Terminal _terminal = new();

    public PathCompletionsTests()
    {
        Directory.CreateDirectory(_terminal["studies"]);
        foreach (var name in new[] { "a.yaml", "b.YML", "a.txt", ".hidden.yaml" }) _terminal.Write(name, "");
    }

    public void Dispose() => _terminal.Dispose();

    [Theory]
    [InlineData("", "a.yaml b.YML studies/")]
    [InlineData("a", "a.yaml")]
    [InlineData(".h", ".hidden.yaml")]
    [InlineData("no-such-folder/", "")]
    public void FilesOfTheEndingsAndFoldersAreFound(string word, string expected)
    {
        var folder = _terminal.Folder + "/";

        var found = PathCompletions.Of(folder + word, ".yaml", ".yml").Select(path => path[folder.Length..]);

        Assert.Equal(expected, string.Join(' ', found));
    }
}
