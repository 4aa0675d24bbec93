using System.CommandLine;
using Backtest.Actors.Advice;
using Backtest.Host.CommandLine;
using Backtest.Host.Diagnosis;
using Backtest.Storage.Problems;
using Backtest.Storage.Store;

namespace Backtest.Host.Commands;

/// <summary><c>backtest doctor</c>: whether this machine and this store are fit for runs.</summary>
internal static class DoctorCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Shell shell)
    {
        var store = SharedOptions.Store();
        var command = new Command("doctor", "Look at the machine and the store, and say what is wrong and what to do.") { store };
        command.SetAction((parsed, _) =>
            Task.FromResult(Run(shell, new StoreDirectory(parsed.GetRequiredValue(store)), Machine.Current)));
        return command;
    }

    /// <summary>Writes the findings, and on standard error what is wrong.</summary>
    internal static int Run(Shell shell, StoreDirectory store, Machine machine)
    {
        Finding[] findings = [.. SystemCheck.Find(machine, shell), .. StoreCheck.Find(store, StoreInspection.Of(store))];
        var names = findings.Max(finding => finding.Name.Length);
        foreach (var finding in findings)
        {
            var mark = finding.State switch { FindingState.Well => "ok  ", FindingState.Note => "note", _ => "BAD " };
            var remedy = finding.Remedy is { } what ? $": {what}" : "";
            shell.Output.WriteLine($"{mark}  {finding.Name.PadRight(names)}  {PrintableText.Of(finding.Value + remedy)}");
        }

        var wrong = findings.Where(finding => finding.State == FindingState.Wrong).ToArray();
        foreach (var finding in wrong) shell.Error.WriteLine($"backtest: {PrintableText.Of($"{finding.Value}: {finding.Remedy}")}");
        return wrong.Length == 0 ? ExitCodes.Done : ExitCodes.Broken;
    }
}
