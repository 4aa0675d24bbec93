using Backtest.Host.CommandLine;
using Backtest.Host.Studies;
using Backtest.Host.Tests.Examples;
using Backtest.Storage.Problems;
using Backtest.Storage.Store;

namespace Backtest.Host.Tests.Studies;

public sealed class StudyReferenceTests : IDisposable
{
    private readonly Terminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public void ANameWhereNothingIsRecordedSaysWhatToName()
    {
        var wrong = Assert.Throws<UsageException>(() => StudyReference.Open("none", new StoreDirectory(_terminal.Store)));

        Assert.Contains("there is no file 'none'", wrong.Message, StringComparison.Ordinal);
        Assert.Contains("is empty: name a study file", wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("none.yaml")]
    [InlineData("folder/none")]
    public void WhatLooksLikeAFileIsReadAsOne(string reference) =>
        Assert.Throws<InputException>(() => StudyReference.Open(reference, new StoreDirectory(_terminal.Store)));

    [Fact]
    public void AStudyFileIsOpenedWithItsTextAndName()
    {
        var file = _terminal.Write("study.yaml", $"""
            study: opened
            data: [ {"{"} symbol: SPX, file: "{Path.Combine(Built.Repository, "data", "sp500-2000.csv")}" {"}"} ]
            strategies: [ {"{"} name: buy-and-hold {"}"} ]
            """);

        var opened = StudyReference.Open(file, new StoreDirectory(_terminal.Store), writeNothing: true);

        Assert.Equal("opened", opened.Name);
        Assert.Equal(File.ReadAllText(file), opened.Source.Text);
        Assert.Equal(1, StudyReference.Plan(opened).Count);
        Assert.False(Directory.Exists(_terminal.Store));
    }
}
