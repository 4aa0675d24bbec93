using Backtest.Benchmarks.EndToEnd;
using Backtest.Benchmarks.Engines;
using Backtest.Benchmarks.Goldens;
using BenchmarkDotNet.Running;

if (args is ["end-to-end", .. var rest]) return await EndToEndBenchmark.RunAsync(rest);
if (args is ["engines", .. var options]) return await EnginesBenchmark.RunAsync(options);
if (args is ["goldens", .. var none]) return GoldenReport.Run(none);
BenchmarkSwitcher.FromAssembly(typeof(EndToEndBenchmark).Assembly).Run(args);
return 0;
