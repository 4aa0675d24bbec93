using System.CommandLine;
using Backtest.Engine.Studies;
using Backtest.Engine.Studies.Expressions;
using Backtest.Host.CommandLine;
using Backtest.Storage.Results;

namespace Backtest.Host.Results;

/// <summary>The options that choose and order rows.</summary>
internal sealed class QueryOptions
{
    private readonly Option<string?> _sort = new("--sort")
    {
        Description = $"The column to rank by, its best first; {Ranking.DefaultSort} where a ranking is asked for and no column is named.",
        HelpName = "COLUMN",
    };

    private readonly Option<bool> _ascending = new("--ascending") { Description = "The smallest first, whatever is best." };

    private readonly Option<bool> _descending = new("--descending") { Description = "The largest first, whatever is best." };

    private readonly Option<int?> _top = new("--top")
    {
        Description = $"At most so many rows; {Ranking.DefaultTop} in a table, all elsewhere.",
        HelpName = "N",
    };

    private readonly Option<string?> _where = new("--where")
    {
        Description = "Only rows that fit a condition over the columns, such as \"trades > 10 and sharpe > 1\".",
        HelpName = "CONDITION",
    };

    private readonly Option<bool> _survivors = new("--survivors")
    {
        Description = "Only parameter sets that the study's filters have kept.",
    };

    private readonly Option<string?> _pareto = new("--pareto")
    {
        Description = "Only rows that no other is better than in all of these metrics, such as sharpe,max_drawdown.",
        HelpName = "METRICS",
    };

    /// <summary>Adds the options that order rows.</summary>
    public void AddOrderTo(Command command)
    {
        command.Add(_sort);
        command.Add(_ascending);
        command.Add(_descending);
        command.Add(_where);
    }

    /// <summary>Adds the option that chooses rows.</summary>
    public void AddWhereTo(Command command) => command.Add(_where);

    /// <summary>Adds all options.</summary>
    public void AddTo(Command command)
    {
        AddOrderTo(command);
        command.Add(_top);
        command.Add(_survivors);
        command.Add(_pareto);
    }

    /// <summary>What the command line asks for.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="ranked">True for a ranking, which has an order and a length where none is asked for.</param>
    /// <param name="usual">The column of a ranking where none is named.</param>
    /// <exception cref="UsageException">Options contradict each other, or the condition cannot be understood.</exception>
    public ResultQuery Read(ParseResult parsed, bool ranked, string usual = Ranking.DefaultSort)
    {
        var (ascending, descending) = (parsed.GetValue(_ascending), parsed.GetValue(_descending));
        if (ascending && descending) throw new UsageException("--ascending and --descending contradict each other: use one");
        var top = parsed.GetValue(_top);
        if (top < 1) throw new UsageException($"--top must be 1 or more, not {top}");
        var sort = parsed.GetValue(_sort) ?? (ranked || top is not null || ascending || descending ? usual : null);
        return new ResultQuery(
            sort,
            ascending ? ColumnOrder.SmallestFirst : descending ? ColumnOrder.LargestFirst : null,
            top ?? (ranked ? Ranking.DefaultTop : null),
            Condition(parsed.GetValue(_where)))
        {
            Survivors = parsed.GetValue(_survivors),
            Pareto = parsed.GetValue(_pareto)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        };
    }

    private static Expression? Condition(string? text)
    {
        try
        {
            return text is null ? null : new Expression(text);
        }
        catch (ExpressionException wrong)
        {
            throw new UsageException($"condition '{text}', column {wrong.Column}: {wrong.Message}");
        }
    }
}
