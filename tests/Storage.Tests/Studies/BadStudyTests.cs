using Backtest.Storage.Problems;
using Backtest.Storage.Studies;
using Backtest.Storage.Tests.Examples;

namespace Backtest.Storage.Tests.Studies;

/// <summary>Studies that are refused, each with the exact lines that are printed, in <c>NAME.expected</c> beside it.</summary>
public sealed class BadStudyTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Studies", "Bad");

    public static TheoryData<string> Files => [.. Directory.GetFiles(Folder, "*.yaml").Select(file => Path.GetFileName(file)).Order()];

    [Fact]
    public void ThereAreTwentyAtLeast() => Assert.True(Files.Count >= 20);

    [Theory]
    [MemberData(nameof(Files))]
    public void EachBadStudyIsRefusedWithItsLocatedLines(string name)
    {
        var expected = File.ReadAllLines(Path.Combine(Folder, name + ".expected"));

        var refused = Assert.Throws<InputException>(() => StudyLoader.Load(StudyFile.Read(Path.Combine(Folder, name)), [CrossStrategy.Definition]));

        var printed = refused.Problems.Select(
            problem => problem.ToString().Replace(Folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal));
        Assert.Equal(expected, printed);
    }
}
