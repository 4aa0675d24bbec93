using Backtest.Engine.Market;
using Backtest.Engine.Numerics;
using Backtest.Engine.Parameters;
using Backtest.Engine.Rules;
using Backtest.Engine.Simulation;

namespace Backtest.Engine.Studies;

/// <summary>One backtest of a plan. The parameters are the reader's and change with its next read.</summary>
/// <param name="Index">Its place in the plan, counted from 0.</param>
/// <param name="Key">Hash of everything that can change its result.</param>
/// <param name="Strategy">Position of its strategy in the study.</param>
/// <param name="Parameters">Its parameters, rules included.</param>
/// <param name="DataSet">Position of its data set in the study.</param>
/// <param name="Window">Position of its window in the study.</param>
/// <param name="Slice">The bars it uses.</param>
/// <param name="Account">Capital, costs and fills.</param>
/// <param name="Rules">The rules on top of the strategy.</param>
/// <param name="WarmUpFailure">What the strategy threw when it was asked for its warm-up, which then counts as none; null where it answered.</param>
public readonly record struct PlannedBacktest(
    long Index,
    Hash128 Key,
    int Strategy,
    ParameterSet Parameters,
    int DataSet,
    int Window,
    BarSlice Slice,
    AccountSettings Account,
    TradingRules Rules,
    Exception? WarmUpFailure = null);
