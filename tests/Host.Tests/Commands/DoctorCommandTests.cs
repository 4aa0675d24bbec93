using Backtest.Actors.Advice;
using Backtest.Host.CommandLine;
using Backtest.Host.Commands;
using Backtest.Host.Tests.Examples;
using Backtest.Storage.Store;

namespace Backtest.Host.Tests.Commands;

public sealed class DoctorCommandTests
{
    [Fact]
    public async Task ASoundMachineAndAnEmptyStoreAreFine()
    {
        using var terminal = new Terminal();

        Assert.Equal(ExitCodes.Done, await terminal.RunAsync("doctor", "--store", terminal.Store));

        string[] names =
        [
            "cores", "memory", "system", "runtime", "vectors", "terminal", "time zone", "workers", "platform",
            "store", "free space", "lock", "SQLite", "journal",
        ];
        Assert.Equal(names, terminal.Output.TrimEnd().Split('\n').Select(line => line[6..16].Trim()));
        Assert.Contains("nothing is recorded yet", terminal.Output, StringComparison.Ordinal);
        Assert.Empty(terminal.Error);
        Assert.False(Directory.Exists(terminal.Store));
    }

    [Fact]
    public async Task ARecordedStoreIsSoundDurableAndFree()
    {
        using var studies = await new RecordedStudies().RunAsync();

        Assert.Equal(ExitCodes.Done, await studies.Terminal.RunAsync("doctor", "--store", studies.Terminal.Store));

        Assert.Matches(@"ok    journal +sound, [0-9.]+ MB, journal mode wal, synchronous full\n", studies.Terminal.Output);
        Assert.Matches(@"ok    lock +free\n", studies.Terminal.Output);
    }

    [Fact]
    public async Task AStoreInUseIsToldWithItsHolder()
    {
        using var terminal = new Terminal();
        using var held = new StoreDirectory(terminal.Store).OpenForWriting();

        Assert.Equal(ExitCodes.Done, await terminal.RunAsync("doctor", "--store", terminal.Store));

        Assert.Matches($@"note  lock +process {Environment.ProcessId} writes to the store now: ", terminal.Output);
    }

    [Fact]
    public async Task ADamagedJournalIsWrongAndHasARemedy()
    {
        using var terminal = new Terminal();
        Directory.CreateDirectory(terminal.Store);
        File.WriteAllText(Path.Combine(terminal.Store, "journal.db"), new string('x', 10_000));

        Assert.Equal(ExitCodes.Broken, await terminal.RunAsync("doctor", "--store", terminal.Store));

        Assert.Matches(@"BAD   journal +.*journal\.db is damaged: .*: move it away and run again", terminal.Output);
        Assert.StartsWith("backtest: ", terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AStoreThatCannotBeWrittenIsWrong()
    {
        using var terminal = new Terminal();

        Assert.Equal(ExitCodes.Broken, await terminal.RunAsync("doctor", "--store", "/proc/no-such-store"));

        Assert.Matches(@"BAD   store +/proc/no-such-store cannot be written: .*choose another directory with --store", terminal.Output);
    }

    [Fact]
    public void ASmallMachineIsNoted()
    {
        using var terminal = new Terminal();
        using var output = new StringWriter();
        var shell = new Shell(output, TextWriter.Null, false, false, false, 80);

        var code = DoctorCommand.Run(shell, new StoreDirectory(terminal.Store), new Machine(2, 4L << 30, 1L << 30, OperatingSystemKind.Windows));

        Assert.Equal(ExitCodes.Done, code);
        Assert.Contains("note  cores       2: parallel runs win little with so few", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("note  memory      4.0 GB, 1.0 GB available: less than 8 GB", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("Windows: starting workers and their memory cost more than elsewhere", output.ToString(), StringComparison.Ordinal);
    }
}
