using Backtest.Storage.Bars;
using Backtest.Storage.Problems;

namespace Backtest.Storage.Tests.Import;

/// <summary>Files that are refused, each with the exact lines that are printed, in <c>NAME.expected</c> beside it.</summary>
public sealed class BadFileTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Import", "Bad");

    public static TheoryData<string> Files =>
    [
        .. Directory.GetFiles(Folder).Select(file => Path.GetFileName(file))
            .Where(name => !name.EndsWith(".expected", StringComparison.Ordinal)).Order(),
    ];

    [Fact]
    public void ThereAreTwentyAtLeast() => Assert.True(Files.Count >= 20);

    [Theory]
    [MemberData(nameof(Files))]
    public void EachBadFileIsRefusedWithItsLocatedLines(string name)
    {
        var expected = File.ReadAllLines(Path.Combine(Folder, name + ".expected"));

        var refused = Assert.Throws<InputException>(() => BarFile.Read(Path.Combine(Folder, name), new BarFileOptions("X")));

        var printed = refused.Problems.Select(
            problem => problem.ToString().Replace(Folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal));
        Assert.Equal(expected, printed);
    }
}
