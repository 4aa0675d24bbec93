namespace Backtest.Engine.Simulation;

/// <summary>The stages of one backtest, for whoever measures them.</summary>
public enum RunStage
{
    /// <summary>Reading index, parameters, bars and key off the plan.</summary>
    Plan,

    /// <summary>The strategy's signals, indicators that are not yet cached included.</summary>
    Signals,

    /// <summary>Orders, fills, equity and metrics.</summary>
    Simulation,

    /// <summary>The result's hash.</summary>
    Result,
}
