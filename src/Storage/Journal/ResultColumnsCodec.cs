using Backtest.Engine.Numerics;
using Backtest.Engine.Statistics;
using Backtest.Engine.Studies;
using Backtest.Storage.Journal.Wire;
using Google.Protobuf;

namespace Backtest.Storage.Journal;

/// <summary>The wire form of a batch of results: columns, which protobuf packs as plain bytes.</summary>
internal static class ResultColumnsCodec
{
    public static ResultColumns ToWire(ResultsRecorded batch)
    {
        var rows = batch.Rows;
        var wire = new ResultColumns
        {
            Keys = HashBytes.Pack(rows.Count, index => rows[index].Result.Key),
            Hashes = HashBytes.Pack(rows.Count, index => rows[index].Result.Hash),
            Statuses = Statuses(rows),
            RecordedAt = batch.RecordedAt,
        };
        Dictionary<Provenance, int> provenances = [];
        for (var i = 0; i < rows.Count; i++)
        {
            Add(wire, rows[i].Result.Metrics);
            if (rows[i].Result.Error is { } error)
                wire.Errors.Add(new ErrorRow { Row = i, Type = error.Type, Message = error.Message, Stack = error.Stack });
            wire.Provenance.Add(PositionOf(rows[i].Provenance, provenances, wire));
        }

        return wire;
    }

    public static ResultsRecorded FromWire(ResultColumns wire)
    {
        var errors = wire.Errors.ToDictionary(error => error.Row, error => new BacktestError(error.Type, error.Message, error.Stack));
        var provenances = wire.Provenances.Select(row => new Provenance(row.Node, row.Worker, row.Attempt)).ToArray();
        var rows = new RecordedResult[wire.Statuses.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            var result = new BacktestResult(
                HashBytes.At(wire.Keys, i),
                (ResultStatus)wire.Statuses[i],
                MetricsAt(wire, i),
                HashBytes.At(wire.Hashes, i),
                errors.GetValueOrDefault(i));
            rows[i] = new RecordedResult(result, provenances[wire.Provenance[i]]);
        }

        return new ResultsRecorded(rows, wire.RecordedAt);
    }

    public static ResultKeysRecorded FromWire(ResultKeys wire)
    {
        var rows = new (Hash128, Hash128, ResultStatus)[wire.Statuses.Length];
        for (var i = 0; i < rows.Length; i++)
            rows[i] = (HashBytes.At(wire.Keys, i), HashBytes.At(wire.Hashes, i), (ResultStatus)wire.Statuses[i]);
        return new ResultKeysRecorded(rows, wire.RecordedAt);
    }

    private static ByteString Statuses(IReadOnlyList<RecordedResult> rows)
    {
        var bytes = new byte[rows.Count];
        for (var i = 0; i < bytes.Length; i++) bytes[i] = (byte)rows[i].Result.Status;
        return UnsafeByteOperations.UnsafeWrap(bytes);
    }

    private static int PositionOf(Provenance provenance, Dictionary<Provenance, int> positions, ResultColumns wire)
    {
        if (positions.TryGetValue(provenance, out var position)) return position;
        wire.Provenances.Add(new ProvenanceRow { Node = provenance.Node, Worker = provenance.Worker, Attempt = provenance.Attempt });
        return positions[provenance] = wire.Provenances.Count - 1;
    }

    private static void Add(ResultColumns wire, in Metrics metrics)
    {
        wire.Bars.Add(metrics.Bars);
        wire.TotalReturn.Add(metrics.TotalReturn);
        wire.Cagr.Add(metrics.Cagr);
        wire.Volatility.Add(metrics.Volatility);
        wire.Sharpe.Add(metrics.Sharpe);
        wire.Sortino.Add(metrics.Sortino);
        wire.Calmar.Add(metrics.Calmar);
        wire.MaxDrawdown.Add(metrics.MaxDrawdown);
        wire.MaxDrawdownBars.Add(metrics.MaxDrawdownBars);
        wire.Trades.Add(metrics.Trades);
        wire.ClosedTrades.Add(metrics.ClosedTrades);
        wire.WinRate.Add(metrics.WinRate);
        wire.ProfitFactor.Add(metrics.ProfitFactor);
        wire.Expectancy.Add(metrics.Expectancy);
        wire.Exposure.Add(metrics.Exposure);
        wire.Turnover.Add(metrics.Turnover);
        wire.FeesPaid.Add(metrics.FeesPaid);
        wire.FinalEquity.Add(metrics.FinalEquity);
    }

    private static Metrics MetricsAt(ResultColumns wire, int row) => new(
        wire.Bars[row],
        wire.TotalReturn[row],
        wire.Cagr[row],
        wire.Volatility[row],
        wire.Sharpe[row],
        wire.Sortino[row],
        wire.Calmar[row],
        wire.MaxDrawdown[row],
        wire.MaxDrawdownBars[row],
        wire.Trades[row],
        wire.ClosedTrades[row],
        wire.WinRate[row],
        wire.ProfitFactor[row],
        wire.Expectancy[row],
        wire.Exposure[row],
        wire.Turnover[row],
        wire.FeesPaid[row],
        wire.FinalEquity[row]);
}
