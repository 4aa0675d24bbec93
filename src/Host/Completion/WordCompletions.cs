using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Help;
using Backtest.Storage.Store;

namespace Backtest.Host.Completion;

/// <summary>What the words of a command line can be, where the command itself does not say: studies, columns, folders.</summary>
internal static class WordCompletions
{
    /// <summary>Adds what is known about words of these names to all commands.</summary>
    public static void AddTo(Command command)
    {
        foreach (var argument in command.Arguments)
        {
            if (SourceOf(argument.Name) is not { } source) continue;
            argument.CompletionSources.Add(source);
            argument.HelpName ??= argument.Name; // else the help lists what was found here and now
        }

        foreach (var option in command.Options)
        {
            if (option is HelpOption help) KeepUsualNames(help);
            if (option.Name == "--sort") option.CompletionSources.Add(MetricColumns.Names);
            else if (SourceOf(option.HelpName) is { } source) option.CompletionSources.Add(source);
        }

        foreach (var inner in command.Subcommands) AddTo(inner);
    }

    /// <summary>What a word stands for is said by the name that the help gives it.</summary>
    private static Func<CompletionContext, IEnumerable<CompletionItem>>? SourceOf(string? name) => name switch
    {
        "STUDY" => Studies,
        "DIR" => context => Paths(context),
        "FILE" => context => Paths(context, ""),
        "My.dll" => context => Paths(context, ".dll"),
        "My.cs" => context => Paths(context, ".cs"),
        _ => null,
    };

    /// <summary><c>/h</c> and <c>/?</c> look like paths, and are offered wherever a word begins.</summary>
    private static void KeepUsualNames(HelpOption help)
    {
        foreach (var alias in help.Aliases.Where(alias => alias != "-h").ToArray()) help.Aliases.Remove(alias);
    }

    private static IEnumerable<CompletionItem> Studies(CompletionContext context) =>
        Items([.. StudyNames.In(StoreOf(context.ParseResult)), .. PathCompletions.Of(context.WordToComplete, ".yaml", ".yml")]);

    private static IEnumerable<CompletionItem> Paths(CompletionContext context, params string[] endings) =>
        Items(PathCompletions.Of(context.WordToComplete, endings));

    private static IEnumerable<CompletionItem> Items(IEnumerable<string> words) => words.Select(word => new CompletionItem(word));

    private static StoreDirectory StoreOf(ParseResult parsed)
    {
        var option = parsed.CommandResult.Command.Options.FirstOrDefault(option => option.Name == "--store");
        return new StoreDirectory(option is Option<string> store ? parsed.GetValue(store) ?? StoreDirectory.DefaultName : StoreDirectory.DefaultName);
    }
}
