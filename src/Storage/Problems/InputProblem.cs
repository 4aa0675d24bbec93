using System.Globalization;
using System.Text;

namespace Backtest.Storage.Problems;

/// <summary>One thing that is wrong in an input file, located as well as it can be.</summary>
/// <param name="File">The file as the user named it; an entry of an archive follows after <c>!</c>.</param>
/// <param name="Line">The line, counted from 1; 0 where there is none.</param>
/// <param name="Column">The column, counted from 1 in characters; 0 where there is none.</param>
/// <param name="Message">What is wrong, the value, and what would be right; one line.</param>
public sealed record InputProblem(string File, int Line, int Column, string Message)
{
    /// <summary>The longest message that is printed; what follows is cut.</summary>
    public const int LongestMessage = 500;

    /// <summary><c>FILE:LINE:COLUMN: message</c>, without the column, or the line, where there is none. Control characters, which
    /// could move the cursor of a terminal or forge a second line, are printed as <c>\u001b</c>.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(File);
        if (Line > 0) text.Append(CultureInfo.InvariantCulture, $":{Line}");
        if (Line > 0 && Column > 0) text.Append(CultureInfo.InvariantCulture, $":{Column}");
        text.Append(": ").Append(Message);
        return PrintableText.Of(text.ToString(), File.Length + LongestMessage);
    }
}
