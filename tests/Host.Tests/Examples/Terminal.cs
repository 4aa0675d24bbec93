using Backtest.Host.CommandLine;

namespace Backtest.Host.Tests.Examples;

/// <summary>Runs the program in this process, in a folder of its own, and keeps what it wrote.</summary>
internal sealed class Terminal : IDisposable
{
    private readonly StringWriter _output = new(), _error = new();

    /// <summary>The folder: gone with the test.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("backtest-").FullName;

    /// <summary>A store in the folder, for <c>--store</c>.</summary>
    public string Store => Path.Combine(Folder, "store");

    /// <summary>What the last command wrote to standard output.</summary>
    public string Output { get; private set; } = "";

    /// <summary>What the last command wrote to standard error.</summary>
    public string Error { get; private set; } = "";

    /// <summary>Full path of a file in the folder.</summary>
    public string this[string name] => Path.Combine(Folder, name);

    /// <summary>Runs one command line as if both streams were pipes.</summary>
    public Task<int> RunAsync(params string[] args) => RunAsync(CancellationToken.None, args);

    /// <summary>Runs one command line that may be interrupted.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation, params string[] args)
    {
        var shell = new Shell(TextWriter.Synchronized(_output), TextWriter.Synchronized(_error), false, false, false, 200);
        var code = await BacktestProgram.RunAsync(args, shell, cancellation);
        (Output, Error) = (_output.ToString(), _error.ToString());
        _output.GetStringBuilder().Clear();
        _error.GetStringBuilder().Clear();
        return code;
    }

    /// <summary>Writes a file into the folder.</summary>
    public string Write(string name, string content)
    {
        File.WriteAllText(this[name], content);
        return this[name];
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
