using Spectre.Console;

namespace Backtest.Host.CommandLine;

/// <summary>Where a command writes: results to standard output, progress and messages to standard error. Tests put writers of their own
/// here.</summary>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
/// <param name="OutputIsTerminal">Whether a person reads the output: tables may then be as wide as the terminal and coloured.</param>
/// <param name="ErrorIsTerminal">Whether a person watches the messages: progress may then be drawn in place.</param>
/// <param name="UseColor">False where NO_COLOR is set, or the terminal has none.</param>
/// <param name="Width">Columns of the terminal; of a pipe as many as a table needs.</param>
public sealed record Shell(
    TextWriter Output, TextWriter Error, bool OutputIsTerminal, bool ErrorIsTerminal, bool UseColor, int Width)
{
    private const int WidthOfPipe = 4000;

    /// <summary>The shell of this process.</summary>
    public static Shell OfProcess()
    {
        var color = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb";
        var width = Console.IsOutputRedirected ? WidthOfPipe : TerminalWidth();
        return new Shell(Console.Out, Console.Error, !Console.IsOutputRedirected, !Console.IsErrorRedirected, color, width);
    }

    /// <summary>Columns of the terminal that standard error goes to, now: a person may have made it narrower.</summary>
    public int ErrorWidth => ErrorIsTerminal ? TerminalWidth() : Width;

    /// <summary>A console for tables on standard output: coloured and as wide as the terminal on a terminal, plain on a pipe.</summary>
    public IAnsiConsole OutputConsole => ConsoleOn(Output, OutputIsTerminal, OutputIsTerminal ? Width : WidthOfPipe);

    /// <summary>A console for progress on standard error.</summary>
    public IAnsiConsole ErrorConsole => ConsoleOn(Error, ErrorIsTerminal, ErrorIsTerminal ? Width : WidthOfPipe);

    private IAnsiConsole ConsoleOn(TextWriter writer, bool terminal, int width)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = terminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = terminal && UseColor ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = width;
        return console;
    }

    private static int TerminalWidth()
    {
        try
        {
            return Console.WindowWidth > 0 ? Console.WindowWidth : 80;
        }
        catch (IOException)
        {
            return 80;
        }
    }
}
