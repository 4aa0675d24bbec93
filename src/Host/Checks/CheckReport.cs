using System.Globalization;
using System.Text.Json;
using Backtest.Host.CommandLine;
using Backtest.Host.Results;
using Backtest.Storage.Problems;

namespace Backtest.Host.Checks;

/// <summary>The report of a check: a line a backtest on standard output, and on standard error what it comes to.</summary>
/// <param name="name">The check's name.</param>
/// <param name="columns">Its own columns, after those that every check has.</param>
/// <param name="lines">The lines.</param>
internal sealed class CheckReport(string name, IReadOnlyList<PlainColumn> columns, IReadOnlyList<CheckLine> lines)
{
    /// <summary>Findings that belong to no single backtest, each a line.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];

    /// <summary>Whether anything is wrong.</summary>
    public bool HasFindings => Others.Count > 0 || lines.Any(line => line.IsFinding);

    /// <summary>Writes it.</summary>
    /// <param name="shell">Where to.</param>
    /// <param name="json">Whether for programs.</param>
    /// <param name="planned">The number of backtests in the plan.</param>
    /// <returns>The command's exit code.</returns>
    public int Write(Shell shell, bool json, long planned)
    {
        if (json) WriteJson(shell);
        else WriteTable(shell);
        foreach (var other in Others) shell.Error.WriteLine($"backtest: {PrintableText.Of(other)}");
        var found = lines.Count(line => line.IsFinding) + Others.Count;
        var findings = found switch { 0 => "nothing found", 1 => "1 finding", _ => string.Create(CultureInfo.InvariantCulture, $"{found} findings") };
        shell.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {lines.Count} of {planned:#,0} backtests checked, {findings}"));
        return HasFindings ? ExitCodes.Failures : ExitCodes.Done;
    }

    private void WriteTable(Shell shell)
    {
        var severalWindows = lines.Select(line => line.Target.Window).Distinct().Count() > 1;
        PlainColumn[] shared = [new("verdict"), new("strategy"), new("parameters", 2), new("symbol", 3)];
        PlainColumn[] all = [.. shared, .. severalWindows ? new PlainColumn[] { new("window", 3) } : [], .. columns];
        string[][] rows =
        [
            .. lines.Select(line => new[] { line.Verdict, line.Target.Strategy, line.Target.ParameterText, line.Target.Symbol }
                .Concat(severalWindows ? [line.Target.Window] : []).Concat(line.Cells).Select(cell => PrintableText.Of(cell)).ToArray()),
        ];
        PlainTable.Write(shell.OutputConsole, all, rows);
    }

    private void WriteJson(Shell shell) => JsonOutput.Write(shell, json =>
    {
        json.WriteStartObject();
        json.WriteString("check", name);
        json.WriteBoolean("sound", !HasFindings);
        json.WriteStartArray("backtests");
        foreach (var line in lines) WriteLine(json, line);
        json.WriteEndArray();
        json.WriteStartArray("others");
        foreach (var other in Others) json.WriteStringValue(other);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void WriteLine(Utf8JsonWriter json, CheckLine line)
    {
        json.WriteStartObject();
        json.WriteString("strategy", line.Target.Strategy);
        json.WriteStartObject("parameters");
        foreach (var (parameter, value) in line.Target.Parameters)
        {
            if (value.IsText) json.WriteString(parameter, value.Text);
            else json.WriteNumber(parameter, value.Number);
        }

        json.WriteEndObject();
        json.WriteString("symbol", line.Target.Symbol);
        json.WriteString("window", line.Target.Window);
        json.WriteString("verdict", line.Verdict);
        json.WriteBoolean("finding", line.IsFinding);
        line.WriteJson(json);
        json.WriteEndObject();
    }
}
