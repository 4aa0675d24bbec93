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
    private readonly RowBlock _block;
    private readonly int _offset;

    internal ResultRow(ResultTable table, RowBlock block, int offset) => (_table, _block, _offset) = (table, block, offset);

    /// <summary>Its place in the table, counted from 0.</summary>
    public int Position => _block.First + _offset;

    /// <summary>Its index in the plan.</summary>
    public long Index => Joined.Index;

    /// <summary>The backtest's key.</summary>
    public Hash128 Key => Recorded.Result.Key;

    /// <summary>How it ended.</summary>
    public ResultStatus Status => Recorded.Result.Status;

    /// <summary>The result as it was recorded.</summary>
    public BacktestResult Result => Recorded.Result;

    /// <summary>Its metrics; <see cref="Metrics.Undefined"/> unless it is done.</summary>
    public Metrics Metrics => Recorded.Result.Metrics;

    /// <summary>Why there are no metrics; null where it is done.</summary>
    public BacktestError? Error => Recorded.Result.Error;

    /// <summary>Who computed it.</summary>
    public Provenance Provenance => Recorded.Provenance;

    /// <summary>When it was recorded, in UTC ticks.</summary>
    public long RecordedAt => _table.RecordedAt(Joined.Address);

    /// <summary>Position of its strategy in the study.</summary>
    public int StrategyAt => Joined.Strategy;

    /// <summary>Position of its data set in the study.</summary>
    public int DataSetAt => Joined.DataSet;

    /// <summary>Position of its window in the plan.</summary>
    public int WindowAt => Joined.Window;

    /// <summary>The name of its strategy.</summary>
    public string Strategy => _table.Plan.Study.Strategies[StrategyAt].Declaration.Name;

    /// <summary>The symbol of its data set.</summary>
    public string Symbol => _table.Plan.Study.Series[Joined.DataSet].Symbol;

    /// <summary>The name of its window.</summary>
    public string Window => _table.Plan.Windows[Joined.Window].Name;

    /// <summary>The first day of its bars, or the moment at which the first opens, as <see cref="BarTimes"/> writes it.</summary>
    public string From => _table.Span(Joined.DataSet, Joined.Window).From;

    /// <summary>The last day of its bars, or the moment at which the last closes.</summary>
    public string To => _table.Span(Joined.DataSet, Joined.Window).To;

    /// <summary>Its parameters as its strategy declares them.</summary>
    public IReadOnlyList<ParameterDeclaration> Declarations => _table.Plan.Study.Strategies[StrategyAt].Declaration.Parameters;

    /// <summary>The value of the parameter that its strategy declares at a position counted from 0.</summary>
    public ParameterValue Parameter(int position) => _block.Parameter(_offset, position);

    /// <summary><c>fast=10 slow=50</c>.</summary>
    public string ParameterText
    {
        get
        {
            var row = this;
            return string.Join(' ', Declarations.Select((declaration, at) => $"{declaration.ShortName}={row.Parameter(at)}"));
        }
    }

    private ref readonly JoinedRow Joined => ref _block.Row(_offset);

    private ref readonly RecordedResult Recorded => ref _table.Recorded(Joined.Address);
}
