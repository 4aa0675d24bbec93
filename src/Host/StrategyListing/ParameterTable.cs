using System.Globalization;
using System.Text;
using Backtest.Engine.Parameters;

namespace Backtest.Host.StrategyListing;

/// <summary>The parameters of a strategy as aligned lines: name, default, range, meaning.</summary>
internal static class ParameterTable
{
    private static readonly string[] Headers = ["parameter", "default", "allowed", "meaning"];

    /// <summary>Adds a line a parameter, indented by two blanks.</summary>
    /// <param name="text">Takes the lines.</param>
    /// <param name="parameters">The parameters.</param>
    /// <param name="headed">Whether a line of headers comes first.</param>
    public static void AppendTo(StringBuilder text, IReadOnlyList<ParameterDeclaration> parameters, bool headed)
    {
        var rows = parameters.Select(Cells).ToList();
        if (headed) rows.Insert(0, Headers);
        var widths = Enumerable.Range(0, Headers.Length - 1).Select(column => rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in rows)
        {
            for (var column = 0; column < widths.Length; column++) text.Append("  ").Append(row[column].PadRight(widths[column]));
            text.Append("  ").Append(row[^1]).Append('\n');
        }
    }

    /// <summary><c>1 to 100,000, whole</c>, or the texts there are to choose from.</summary>
    public static string Allowed(ParameterDeclaration parameter)
    {
        if (parameter.Choices is { } choices) return choices.Count == 0 ? "any text" : string.Join(", ", choices);
        var (least, most) = (Number(parameter.Minimum), Number(parameter.Maximum));
        var range = (double.IsFinite(parameter.Minimum), double.IsFinite(parameter.Maximum)) switch
        {
            (true, true) => $"{least} to {most}",
            (true, false) => $"{least} or more",
            (false, true) => $"up to {most}",
            _ => "any number",
        };
        return parameter.WholeNumber ? $"{range}, whole" : range;
    }

    private static string[] Cells(ParameterDeclaration parameter) =>
        [parameter.Name, parameter.Default.ToString(), Allowed(parameter), parameter.Summary];

    private static string Number(double number) =>
        number == Math.Floor(number) ? number.ToString("N0", CultureInfo.InvariantCulture) : number.ToString("R", CultureInfo.InvariantCulture);
}
