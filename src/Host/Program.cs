using Backtest.Host.CommandLine;

return await BacktestProgram.RunAsync(args, Shell.OfProcess());
