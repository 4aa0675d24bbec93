// The complete set-up in one place: an app with a market, workers and batches that fit the machine, many strategies over two date ranges, one
// call with all its arguments. Run it with:  dotnet run --project samples/CompleteExample -c Release [-- STORE]
// Run again, it finds every result recorded and computes none.
using Backtest.Actors.Advice;
using Backtest.Actors.Running;
using CompleteExample;

var store = args.Length > 0 ? args[0] : ".backtest";

// 1. The app and its market.
var app = new TradingApp("OptimizedBacktester", new Market("BITVAVO", "EUR", InitialBalance: 1000));

// 2. Workers and batches for this machine. Cores, memory and platform are there to be read.
var machine = Machine.Current;
var (workers, checkpointBatch, batch) = RunConfiguration.For(machine);
Console.WriteLine(FormattableString.Invariant(
    $"{app.Name}: {machine.Cores} cores, {machine.AvailableMemory / (double)(1L << 30):F1} GB available, {machine.System}"));

// 3. Many strategies (a strategy here is one set of parameters), each over both date ranges.
var strategies = Strategies.SmaCrosses(fastest: 61, slowest: 200, count: 5000);
DateRange[] ranges =
[
    new(new DateOnly(2022, 1, 1), new DateOnly(2022, 12, 31)),
    new(new DateOnly(2023, 1, 1), new DateOnly(2023, 12, 31)),
];

var expected = TimeEstimate.Measure(app.CreateStudy(app.Market.InitialBalance, strategies, ranges), sample: 100, workers);
Console.WriteLine($"Workers: {workers}");
Console.WriteLine($"Checkpoint batch: {checkpointBatch}");
Console.WriteLine($"Batch size: {batch}");
Console.WriteLine($"Total strategies: {strategies.Limit}");
Console.WriteLine(FormattableString.Invariant($"Expected time: {expected.TotalMinutes:F1} minutes ({expected.TotalSeconds:F1} seconds)"));

// 4. The run: three arguments say what is run, five how.
var study = app.CreateStudy(initialAmount: app.Market.InitialBalance, strategies, ranges);
var outcome = await StudyRunner.RunAsync(study, new StudyRunOptions
{
    Store = store,
    Workers = workers,
    BatchSize = batch,
    CheckpointBatchSize = checkpointBatch,
    Progress = new ProgressLine(Console.Error),
    ContinueOnError = true,
});
var completed = outcome.Found - outcome.FoundFailed + outcome.Done;
Console.WriteLine($"Completed {completed} of {outcome.Planned} backtests, {outcome.FoundFailed + outcome.Failed} failed");

// 5. In small: a worker function of one's own around each backtest, and where the time goes.
await CustomWorker.RunAsync(app.CreateStudy(app.Market.InitialBalance, strategies with { Limit = 100 }, ranges));

return outcome.End == RunEnd.Finished && outcome.Failed + outcome.FoundFailed == 0 ? 0 : 1;
