namespace Backtest.Actors.Tests.Examples;

/// <summary>A store's directory that is gone with the test.</summary>
internal sealed class TemporaryStore : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("backtest-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
