using System.CommandLine;
using Backtest.Engine.Signals;
using Backtest.Engine.Studies;
using Backtest.Host.CommandLine;
using Backtest.Host.StrategyListing;
using Backtest.Storage.Problems;
using Backtest.Storage.Studies;
using Backtest.Strategies;

namespace Backtest.Host.Commands;

/// <summary><c>backtest strategies</c>: what a study can name, and how.</summary>
internal static class StrategiesCommand
{
    private const string Table = "table", Json = "json";

    /// <summary>The command.</summary>
    public static Command Create(Shell shell)
    {
        var name = new Argument<string?>("NAME")
        {
            Description = "One strategy to explain; all are listed without a name.",
            HelpName = "NAME",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var assembly = new Option<string?>("--assembly")
        {
            Description = "A class library of your own strategies, in place of the built-in ones.",
            HelpName = "My.dll",
        };
        var file = new Option<string?>("--file")
        {
            Description = "A C# source file of your own strategies, in place of the built-in ones.",
            HelpName = "My.cs",
        };
        var format = new Option<string>("--format") { Description = "How to print.", DefaultValueFactory = _ => Table };
        format.AcceptOnlyFromAmong(Table, Json);
        name.CompletionSources.Add(context => Names(Origin(context.ParseResult)));
        var command = new Command("strategies", "List the strategies with their parameters, or explain one.") { name, assembly, file, format };
        command.SetAction((parsed, _) =>
        {
            var origin = Origin(parsed);
            var strategies = Load(origin);
            if (parsed.GetValue(name) is { } wanted) strategies = [Find(wanted, strategies, origin)];
            var text = parsed.GetRequiredValue(format) == Json ? StrategyJson.Of(strategies)
                : parsed.GetValue(name) is null ? StrategyList.Of(strategies)
                : StrategyExplanation.Of(strategies[0], origin);
            return WriteAsync(shell, text);
        });
        return command;

        StrategyOrigin? Origin(ParseResult parsed) => (parsed.GetValue(assembly), parsed.GetValue(file)) switch
        {
            (null, null) => null,
            ({ } path, null) => new StrategyOrigin("assembly", path),
            (null, { } path) => new StrategyOrigin("file", path),
            _ => throw new UsageException("there is --assembly and --file: keep one of the two"),
        };
    }

    private static async Task<int> WriteAsync(Shell shell, string text)
    {
        await shell.Output.WriteAsync(text).ConfigureAwait(false);
        return ExitCodes.Done;
    }

    private static IReadOnlyList<StrategyDeclaration> Load(StrategyOrigin? origin)
    {
        try
        {
            var strategies = origin switch
            {
                null => BuiltInStrategies.All,
                { Key: "file", Path: var path } => StrategySource.Load(path).Strategies,
                { Path: var path } => StrategyAssembly.Load(path).Strategies,
            };
            return [.. strategies.Select(strategy => strategy.Declaration)];
        }
        catch (StrategyAssemblyException wrong)
        {
            throw new UsageException(wrong.Message);
        }
    }

    private static StrategyDeclaration Find(string name, IReadOnlyList<StrategyDeclaration> strategies, StrategyOrigin? origin)
    {
        if (strategies.FirstOrDefault(strategy => strategy.Name == name) is { } found) return found;
        var names = strategies.Select(strategy => strategy.Name).ToArray();
        var remedy = Spelling.Remedy(name, names);
        var wrong = origin is null ? $"there is no built-in strategy '{name}'" : $"{origin.Path} has no strategy '{name}'";
        throw new UsageException($"{wrong}: {remedy}");
    }

    private static IEnumerable<string> Names(StrategyOrigin? origin)
    {
        try
        {
            return Load(origin).Select(strategy => strategy.Name);
        }
        catch (Exception wrong) when (wrong is UsageException or InputException)
        {
            return [];
        }
    }
}
