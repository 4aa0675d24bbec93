using System.CommandLine;
using Backtest.Engine.Signals;
using Backtest.Engine.Studies;
using Backtest.Host.CommandLine;
using Backtest.Host.StrategyListing;
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
        var format = new Option<string>("--format") { Description = "How to print.", DefaultValueFactory = _ => Table };
        format.AcceptOnlyFromAmong(Table, Json);
        name.CompletionSources.Add(context => Names(context.ParseResult.GetValue(assembly)));
        var command = new Command("strategies", "List the strategies with their parameters, or explain one.") { name, assembly, format };
        command.SetAction((parsed, _) =>
        {
            var library = parsed.GetValue(assembly);
            var strategies = Load(library);
            if (parsed.GetValue(name) is { } wanted) strategies = [Find(wanted, strategies, library)];
            var text = parsed.GetRequiredValue(format) == Json ? StrategyJson.Of(strategies)
                : parsed.GetValue(name) is null ? StrategyList.Of(strategies)
                : StrategyExplanation.Of(strategies[0], library);
            return WriteAsync(shell, text);
        });
        return command;
    }

    private static async Task<int> WriteAsync(Shell shell, string text)
    {
        await shell.Output.WriteAsync(text).ConfigureAwait(false);
        return ExitCodes.Done;
    }

    private static IReadOnlyList<StrategyDeclaration> Load(string? library)
    {
        try
        {
            IReadOnlyList<StrategyDefinition> strategies = library is null ? BuiltInStrategies.All : StrategyAssembly.Load(library).Strategies;
            return [.. strategies.Select(strategy => strategy.Declaration)];
        }
        catch (StrategyAssemblyException wrong)
        {
            throw new UsageException(wrong.Message);
        }
    }

    private static StrategyDeclaration Find(string name, IReadOnlyList<StrategyDeclaration> strategies, string? library)
    {
        if (strategies.FirstOrDefault(strategy => strategy.Name == name) is { } found) return found;
        var names = strategies.Select(strategy => strategy.Name).ToArray();
        var remedy = Spelling.Remedy(name, names);
        var wrong = library is null ? $"there is no built-in strategy '{name}'" : $"{library} has no strategy '{name}'";
        throw new UsageException($"{wrong}: {remedy}");
    }

    private static IEnumerable<string> Names(string? library)
    {
        try
        {
            return Load(library).Select(strategy => strategy.Name);
        }
        catch (UsageException)
        {
            return [];
        }
    }
}
