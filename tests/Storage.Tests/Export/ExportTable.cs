using Backtest.Engine.Studies;
using Backtest.Storage.Results;
using Backtest.Storage.Tests.Examples;
using static Backtest.Storage.Tests.Examples.ResultStudy;

namespace Backtest.Storage.Tests.Export;

/// <summary>Tables for exports, in a store that is gone with the test.</summary>
internal sealed class ExportTable : IDisposable
{
    private readonly JournalFile _journal = new();

    public ExportTable(Plan plan, params BacktestResult[] results)
    {
        _journal.Add(Name, Batch(results));
        Table = ResultTable.Read(plan, _journal.Store);
    }

    public ResultTable Table { get; }

    public IEnumerable<ResultRow> Rows => Table.At(Enumerable.Range(0, Table.Count));

    /// <summary>Strategies, data sets and windows of every kind; done, failed and timed out.</summary>
    public static ExportTable Mixed()
    {
        var plan = ResultStudy.Mixed();
        return new ExportTable(
            plan, Done(plan, 0), Done(plan, 3, -0.1), Failed(plan, 5, "a \"b\",\r\nc"), Failed(plan, 6, "slow", "Timeout", ResultStatus.TimedOut));
    }

    public string this[string name] => Path.Combine(_journal.Store.Path, name);

    public void Dispose() => _journal.Dispose();
}
