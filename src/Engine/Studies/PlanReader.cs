using Backtest.Engine.Market;
using Backtest.Engine.Numerics;
using Backtest.Engine.Parameters;
using Backtest.Engine.Rules;
using Backtest.Engine.Signals;

namespace Backtest.Engine.Studies;

/// <summary>Reads backtests off a plan, for one thread: it has an instance of each strategy and reuses one parameter set of each.</summary>
public sealed class PlanReader
{
    private readonly Plan _plan;
    private readonly ParameterSet[] _sets;
    private readonly IStrategy[] _strategies;
    private readonly CanonicalHasher _hasher = new();
    private readonly Dictionary<(int Strategy, BarSlice Slice), Hash128> _fixedParts = [];

    internal PlanReader(Plan plan)
    {
        _plan = plan;
        _sets = [.. plan.Study.Strategies.Select(strategy => new ParameterSet(strategy.Declaration.Parameters))];
        _strategies = [.. plan.Study.Strategies.Select(strategy => strategy.Create())];
    }

    /// <summary>This reader's instance of a strategy.</summary>
    public IStrategy Strategy(int strategy) => _strategies[strategy];

    /// <summary>The backtest at <paramref name="index"/>.</summary>
    public PlannedBacktest Read(long index)
    {
        var (strategy, dataSet, window) = _plan.Read(index, _sets);
        var parameters = _sets[strategy];
        var own = _plan.Study.Strategies[strategy].OwnParameters;
        var rules = own == parameters.Count ? TradingRules.None : RuleParameters.Read(parameters, own);
        var slice = _plan.Slice(dataSet, window, Math.Max(rules.WarmUp, WarmUp(strategy, parameters, out var failure)));
        var key = Key(strategy, dataSet, slice, parameters, rules);
        return new PlannedBacktest(index, key, strategy, parameters, dataSet, window, slice, _plan.Accounts[dataSet], rules, failure);
    }

    /// <summary>A strategy that cannot tell its warm-up fails when it runs, not when the plan is read.</summary>
    private int WarmUp(int strategy, ParameterSet parameters, out Exception? failure)
    {
        failure = null;
        try
        {
            return Math.Max(0, _strategies[strategy].WarmUp(parameters));
        }
        catch (Exception exception)
        {
            failure = exception;
            return 0;
        }
    }

    private Hash128 Key(int strategy, int dataSet, BarSlice slice, ParameterSet parameters, TradingRules rules)
    {
        if (!_fixedParts.TryGetValue((strategy, slice), out var fixedPart))
            _fixedParts[(strategy, slice)] = fixedPart = FixedPart(_plan.Study.Strategies[strategy], dataSet, slice);
        _hasher.Append(fixedPart);
        for (var i = 0; i < _plan.Study.Strategies[strategy].OwnParameters; i++) parameters[i].AppendTo(_hasher);
        if (rules != TradingRules.None) rules.AppendTo(_hasher);
        return _hasher.Finish();
    }

    /// <summary>Everything in a key but the parameters' values.</summary>
    private Hash128 FixedPart(StrategyDefinition strategy, int dataSet, BarSlice slice)
    {
        _hasher.Append(Plan.ResultVersion);
        _hasher.Append(strategy.Declaration.Name);
        _hasher.Append(strategy.Fingerprint);
        foreach (var parameter in strategy.Declaration.Parameters.Take(strategy.OwnParameters)) _hasher.Append(parameter.Name);
        _hasher.Append(slice.ContentHash);
        _hasher.Append(slice.First);
        _plan.Accounts[dataSet].AppendTo(_hasher);
        return _hasher.Finish();
    }
}
