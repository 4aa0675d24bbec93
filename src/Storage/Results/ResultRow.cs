using Backtest.Engine.Numerics;
using Backtest.Engine.Parameters;
using Backtest.Engine.Statistics;
using Backtest.Engine.Studies;
using Backtest.Storage.Journal;

namespace Backtest.Storage.Results;

/// <summary>One recorded backtest of a plan. A view on its table.</summary>
public readonly struct ResultRow
{
    private readonly ResultTable _table;

    internal ResultRow(ResultTable table, int position) => (_table, Position) = (table, position);

    /// <summary>Its place in the table, counted from 0.</summary>
    public int Position { get; }

    /// <summary>Its index in the plan.</summary>
    public long Index => _table.Row(Position).Index;

    /// <summary>The backtest's key.</summary>
    public Hash128 Key => _table.Recorded(Position).Result.Key;

    /// <summary>How it ended.</summary>
    public ResultStatus Status => _table.Recorded(Position).Result.Status;

    /// <summary>The result as it was recorded.</summary>
    public BacktestResult Result => _table.Recorded(Position).Result;

    /// <summary>Its metrics; <see cref="Metrics.Undefined"/> unless it is done.</summary>
    public Metrics Metrics => _table.Recorded(Position).Result.Metrics;

    /// <summary>Why there are no metrics; null where it is done.</summary>
    public BacktestError? Error => _table.Recorded(Position).Result.Error;

    /// <summary>Who computed it.</summary>
    public Provenance Provenance => _table.Recorded(Position).Provenance;

    /// <summary>When it was recorded, in UTC ticks.</summary>
    public long RecordedAt => _table.RecordedAt(Position);

    /// <summary>Position of its strategy in the study.</summary>
    public int StrategyAt => _table.Row(Position).Strategy;

    /// <summary>The name of its strategy.</summary>
    public string Strategy => _table.Plan.Study.Strategies[StrategyAt].Declaration.Name;

    /// <summary>The symbol of its data set.</summary>
    public string Symbol => _table.Plan.Study.Series[_table.Row(Position).DataSet].Symbol;

    /// <summary>The name of its window.</summary>
    public string Window => _table.Plan.Study.Definition.Windows[_table.Row(Position).Window].Name;

    /// <summary>The first day of its bars, or the moment at which the first opens, as <see cref="BarTimes"/> writes it.</summary>
    public string From => _table.Span(Position).From;

    /// <summary>The last day of its bars, or the moment at which the last closes.</summary>
    public string To => _table.Span(Position).To;

    /// <summary>Its parameters as its strategy declares them.</summary>
    public IReadOnlyList<ParameterDeclaration> Declarations => _table.Plan.Study.Strategies[StrategyAt].Declaration.Parameters;

    /// <summary>The value of the parameter that its strategy declares at a position counted from 0.</summary>
    public ParameterValue Parameter(int position) => _table.Parameter(Position, position);

    /// <summary><c>fast=10 slow=50</c>.</summary>
    public string ParameterText
    {
        get
        {
            var row = this;
            return string.Join(' ', Declarations.Select((declaration, at) => $"{declaration.Name}={row.Parameter(at)}"));
        }
    }
}
