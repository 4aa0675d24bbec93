using Backtest.Engine.Bars;
using Backtest.Engine.Numerics;
using Backtest.Engine.Parameters;
using Backtest.Engine.Rules;
using Backtest.Engine.Studies;

namespace Backtest.Engine.Signals;

/// <summary>A strategy that a study can name: what it declares, the hash of its code, and how to make an instance.</summary>
public sealed class StrategyDefinition
{
    private readonly Func<IStrategy> _create;
    private readonly IStrategy _declaring;

    /// <summary>A strategy from <paramref name="create"/>.</summary>
    /// <param name="create">Makes a new instance at each call; called once a worker.</param>
    /// <param name="codeHash">Hash of the assembly or source that holds the strategy; null for a built-in one, whose name and version stand for
    /// its code.</param>
    public StrategyDefinition(Func<IStrategy> create, Hash128? codeHash = null)
    {
        _create = create;
        _declaring = create();
        Declaration = _declaring.Declaration;
        OwnParameters = Declaration.Parameters.Count;
        Fingerprint = codeHash ?? OfVersion(Declaration);
    }

    private StrategyDefinition(StrategyDefinition own, IEnumerable<ParameterDeclaration> rules)
    {
        (_create, _declaring, OwnParameters, Fingerprint) = (own._create, own._declaring, own.OwnParameters, own.Fingerprint);
        Declaration = own.Declaration with { Parameters = [.. own.Declaration.Parameters.Take(OwnParameters), .. rules] };
    }

    /// <summary>How many of the parameters are the strategy's own; rules come after them.</summary>
    public int OwnParameters { get; }

    /// <summary>What the strategy declares, and after its parameters the rules that a study gives values.</summary>
    public StrategyDeclaration Declaration { get; }

    /// <summary>Stands for the strategy's code in a backtest's key.</summary>
    public Hash128 Fingerprint { get; }

    /// <summary>The class of the strategy.</summary>
    public Type Type => _declaring.GetType();

    /// <summary>Says why the strategy cannot trade so many symbols together; null where it can.</summary>
    public string? Defect(int symbols) => _declaring is IPortfolioStrategy all ? all.Defect(symbols) : null;

    /// <summary>A new instance.</summary>
    public IStrategy Create() => _create();

    /// <summary>The strategy with those rules as further parameters that are among the axes, and no others.</summary>
    public StrategyDefinition WithRules(IReadOnlyList<ParameterAxis> axes)
    {
        var rules = RuleParameters.All.Where(rule => axes.Any(axis => axis.Name == rule.Name)).ToArray();
        return rules.Length == 0 && Declaration.Parameters.Count == OwnParameters ? this : new StrategyDefinition(this, rules);
    }

    private static Hash128 OfVersion(StrategyDeclaration declaration)
    {
        var hasher = new CanonicalHasher();
        hasher.Append(declaration.Name);
        hasher.Append(declaration.Version);
        return hasher.Finish();
    }
}
