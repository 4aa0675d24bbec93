using Backtest.Storage.Bars;
using Backtest.Storage.Problems;
using Backtest.Storage.Tests.Examples;

namespace Backtest.Storage.Tests.Files;

public sealed class RegularFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AFileThatIsNotThereIsCalledSo() => Refused("missing.csv", "no such file: check the name and the folder that it is relative to");

    [Fact]
    public void ALinkToNothingIsNoFile()
    {
        File.CreateSymbolicLink(_folder["link.csv"], _folder["missing.csv"]);

        Refused("link.csv", "no such file: check the name and the folder that it is relative to");
    }

    [Fact]
    public void AFolderIsNoFile()
    {
        Directory.CreateDirectory(_folder["bars"]);

        Refused("bars", "is a folder: name a file in it");
    }

    private void Refused(string name, string message) => Assert.Equal(
        $"{_folder[name]}: {message}",
        Assert.Throws<InputException>(() => BarFile.Read(_folder[name], new BarFileOptions("X"))).Message);
}
