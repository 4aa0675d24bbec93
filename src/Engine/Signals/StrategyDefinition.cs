using Backtest.Engine.Numerics;

namespace Backtest.Engine.Signals;

/// <summary>A strategy that a study can name: what it declares, the hash of its code, and how to make an instance.</summary>
public sealed class StrategyDefinition
{
    private readonly Func<ISignalStrategy> _create;

    /// <summary>A strategy from <paramref name="create"/>.</summary>
    /// <param name="create">Makes a new instance at each call; called once a worker.</param>
    /// <param name="codeHash">Hash of the assembly or source that holds the strategy; null for a built-in one, whose name and version stand for
    /// its code.</param>
    public StrategyDefinition(Func<ISignalStrategy> create, Hash128? codeHash = null)
    {
        _create = create;
        Declaration = create().Declaration;
        Fingerprint = codeHash ?? OfVersion(Declaration);
    }

    /// <summary>What the strategy declares.</summary>
    public StrategyDeclaration Declaration { get; }

    /// <summary>Stands for the strategy's code in a backtest's key.</summary>
    public Hash128 Fingerprint { get; }

    /// <summary>A new instance.</summary>
    public ISignalStrategy Create() => _create();

    private static Hash128 OfVersion(StrategyDeclaration declaration)
    {
        var hasher = new CanonicalHasher();
        hasher.Append(declaration.Name);
        hasher.Append(declaration.Version);
        return hasher.Finish();
    }
}
