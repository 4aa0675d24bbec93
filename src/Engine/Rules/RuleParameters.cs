using Backtest.Engine.Parameters;
using Backtest.Engine.Signals;
using Backtest.Engine.Studies;

namespace Backtest.Engine.Rules;

/// <summary>The rules as parameters: a study gives them values as it does a strategy's own, and its grid runs over them, after those.</summary>
public static class RuleParameters
{
    /// <summary>What the names of all rules begin with, so that they differ from every strategy's parameters.</summary>
    public const string Prefix = ParameterDeclaration.RulePrefix;

    private const int MostBars = 1_000_000;
    private static readonly string[] SizingNames = ["equity", "quantity", "cash", "volatility", "risk", "kelly"];

    /// <summary>All rules, in the order of a plan's enumeration.</summary>
    public static IReadOnlyList<ParameterDeclaration> All { get; } =
    [
        ParameterDeclaration.Real(Prefix + "stop-loss", "fraction of the entry price, 0 for none", 0, 0, 1),
        ParameterDeclaration.Real(Prefix + "take-profit", "fraction of the entry price, 0 for none", 0, 0, 1000),
        ParameterDeclaration.Real(Prefix + "trailing-stop", "fraction of the best price since the entry, 0 for none", 0, 0, 1),
        ParameterDeclaration.OfText(Prefix + "stops-from", "the first bar on which a stop may be hit", "entry-bar", "entry-bar", "next-bar"),
        ParameterDeclaration.Whole(Prefix + "cooldown", "bars between an exit and the next entry", 0, 0, MostBars),
        ParameterDeclaration.Whole(Prefix + "cooldown-after-loss", "bars between an exit with a loss and the next entry", 0, 0, MostBars),
        ParameterDeclaration.Whole(Prefix + "max-holding", "bars after which a position is closed, 0 for never", 0, 0, MostBars),
        ParameterDeclaration.OfText(Prefix + "sizing", "what position-size means", "equity", SizingNames),
        ParameterDeclaration.Real(Prefix + "position-size", "size of a position, in the unit of sizing", 1, 1e-12, 1e15),
        ParameterDeclaration.Whole(Prefix + "volatility-bars", "returns of the realised volatility", 20, 2, MostBars),
        ParameterDeclaration.Whole(Prefix + "kelly-trades", "closed trades that Kelly's fraction needs", 20, 1, MostBars),
        ParameterDeclaration.Real(Prefix + "volume-limit", "fraction of a bar's volume that may be filled in it, 0 for any", 0, 0, 1),
        ParameterDeclaration.Whole(Prefix + "max-open-positions", "symbols of a portfolio with a position at a time, 0 for any", 0, 0, MostBars),
    ];

    /// <summary>The rules among a set's parameters; those that it does not have are at their defaults.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="first">Position of the first rule.</param>
    public static TradingRules Read(ParameterSet parameters, int first)
    {
        var rules = TradingRules.None;
        for (var i = first; i < parameters.Count; i++) rules = With(rules, parameters.Declarations[i].Name[Prefix.Length..], parameters[i]);
        return rules == TradingRules.None ? TradingRules.None : rules;
    }

    /// <summary>The strategies of a study, each with the rules that its entry gives values.</summary>
    internal static IReadOnlyList<StrategyDefinition> Join(StudyDefinition definition, IReadOnlyList<StrategyDefinition> strategies) =>
        definition.Strategies.Count != strategies.Count
            ? strategies
            : [.. strategies.Select((strategy, at) => strategy.WithRules(definition.Strategies[at].Axes))];

    private static TradingRules With(TradingRules rules, string name, ParameterValue value) => name switch
    {
        "stop-loss" => rules with { StopLoss = value.Number },
        "take-profit" => rules with { TakeProfit = value.Number },
        "trailing-stop" => rules with { TrailingStop = value.Number },
        "stops-from" => rules with { StopsFromNextBar = value.Text == "next-bar" },
        "cooldown" => rules with { Cooldown = (int)value.Number },
        "cooldown-after-loss" => rules with { CooldownAfterLoss = (int)value.Number },
        "max-holding" => rules with { MaxHolding = (int)value.Number },
        "sizing" => rules with { Sizing = (PositionSizing)Array.IndexOf(SizingNames, value.Text) },
        "position-size" => rules with { PositionSize = value.Number },
        "volatility-bars" => rules with { VolatilityBars = (int)value.Number },
        "kelly-trades" => rules with { KellyTrades = (int)value.Number },
        "volume-limit" => rules with { VolumeLimit = value.Number },
        "max-open-positions" => rules with { MaxOpenPositions = (int)value.Number },
        _ => throw new ArgumentException($"there is no rule '{name}'", nameof(name)),
    };
}
