using Backtest.Benchmarks.EndToEnd;
using BenchmarkDotNet.Running;

if (args is ["end-to-end", .. var rest]) return await EndToEndBenchmark.RunAsync(rest);
BenchmarkSwitcher.FromAssembly(typeof(EndToEndBenchmark).Assembly).Run(args);
return 0;
