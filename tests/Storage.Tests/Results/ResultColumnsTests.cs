using Backtest.Storage.Results;
using Backtest.Storage.Tests.Examples;

namespace Backtest.Storage.Tests.Results;

public sealed class ResultColumnsTests
{
    [Fact]
    public void TheColumnsAreThoseOfTheContractInItsOrder()
    {
        var columns = new ResultColumns(ResultStudy.Crosses(1).Study);

        Assert.Equal(
            "index,key,status,strategy,fast,slow,symbol,window,from,to,bars,total_return,cagr,volatility,sharpe,sortino,calmar,max_drawdown,"
                + "max_drawdown_bars,trades,closed_trades,win_rate,profit_factor,expectancy,exposure,turnover,fees_paid,final_equity,hash,error",
            Names(columns.All));
        Assert.Equal(Names(columns.All) + ",attempts,worker,node,recorded_at", Names(columns.WithProvenance));
    }

    [Fact]
    public void ParametersAreTheUnionInOrderOfFirstAppearanceAndNeverShareANameWithAnotherColumn()
    {
        var columns = new ResultColumns(ResultStudy.Mixed().Study);

        Assert.Equal("fast,slow,level,mode,parameter_window", Names(columns.Parameters));
        Assert.Equal(columns.WithProvenance.Count, columns.WithProvenance.Select(column => column.Name).Distinct().Count());
        Assert.Equal(
            [ResultColumnKind.Whole, ResultColumnKind.Whole, ResultColumnKind.Real, ResultColumnKind.Text, ResultColumnKind.Whole],
            columns.Parameters.Select(column => column.Kind));
    }

    private static string Names(IEnumerable<ResultColumn> columns) => string.Join(',', columns.Select(column => column.Name));
}
