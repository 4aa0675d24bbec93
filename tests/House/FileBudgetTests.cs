using Backtest.House.Tests.Sources;

namespace Backtest.House.Tests;

/// <summary>How large files and methods may be: a reader holds one concept at a time.</summary>
public sealed class FileBudgetTests
{
    private const int LongestSource = 350;
    private const int UsualSource = 200;
    private const int MedianSource = 80;
    private const int LongestTest = 500;
    private const int LongestMethod = 70;
    private const int LongestLine = 150;

    private static readonly string[] Folders = ["src", "tests", "samples", "benchmarks"];

    [Fact]
    public void NoSourceFileIsLongerThanItsBudget() => Rule.Holds(
        $"split it by concept: a file of src has at most {LongestSource} lines",
        SourceFile.OfProduct.Where(file => file.Lines.Count > LongestSource).Select(file => $"{file.Name} has {file.Lines.Count}"));

    [Fact]
    public void OneSourceFileInTwentyAtMostIsLong()
    {
        var files = SourceFile.OfProduct;
        var long_ = files.Where(file => file.Lines.Count > UsualSource).OrderByDescending(file => file.Lines.Count).ToArray();
        Rule.Holds(
            $"95 % of the files of src have at most {UsualSource} lines: split one of these",
            long_.Length * 20 <= files.Count ? [] : long_.Select(file => $"{file.Name} has {file.Lines.Count}"));
    }

    [Fact]
    public void TheMedianSourceFileIsShort()
    {
        var counts = SourceFile.OfProduct.Select(file => file.Lines.Count).Order().ToArray();
        Assert.InRange(counts[counts.Length / 2], 1, MedianSource);
    }

    [Fact]
    public void NoTestFileIsLongerThanItsBudget() => Rule.Holds(
        $"split it as the source is split: a test file has at most {LongestTest} lines",
        SourceFile.Under("tests").Where(file => file.Lines.Count > LongestTest).Select(file => $"{file.Name} has {file.Lines.Count}"));

    [Fact]
    public void NoMethodIsLongerThanItsBudget() => Rule.Holds(
        $"give a part of it a name of its own: a method has at most {LongestMethod} lines",
        from file in Folders.SelectMany(SourceFile.Under)
        from body in file.Bodies()
        where body.Lines > LongestMethod
        select $"{file.Name}: {body.Name} has {body.Lines}");

    [Fact]
    public void NoLineIsLongerThanItsBudget() => Rule.Holds(
        $"break it: a line has at most {LongestLine} characters",
        from file in Folders.SelectMany(SourceFile.Under)
        from line in file.Lines.Select((text, index) => (Length: text.Length, Number: index + 1))
        where line.Length > LongestLine
        select $"{file.Name}:{line.Number} has {line.Length}");

    [Fact]
    public void EveryFileDeclaresTheTypeThatItIsNamedAfter() => Rule.Holds(
        "name the file after its type, or the type after its file",
        from file in SourceFile.OfProduct
        where file.Title != "Program" && !file.Types.Contains(file.Title)
        select $"{file.Name} declares {string.Join(", ", file.Types)}");
}
