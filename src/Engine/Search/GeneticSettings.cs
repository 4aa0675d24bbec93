namespace Backtest.Engine.Search;

/// <summary>The settings of <see cref="GeneticSearch"/>.</summary>
public sealed record GeneticSettings
{
    /// <summary>The defaults.</summary>
    public static GeneticSettings Default { get; } = new();

    /// <summary>How likely a child has two parents rather than one; from 0 to 1.</summary>
    public double Crossover { get; init => field = Share(value, nameof(Crossover)); } = 0.9;

    /// <summary>How likely each axis of a child mutates; from 0 to 1. Null for 1 / axes.</summary>
    public double? Mutation { get; init => field = value is { } share ? Share(share, nameof(Mutation)) : null; }

    /// <summary>The standard deviation of a mutation's step on an ordered axis, as a share of the axis' length; from 0 to 1. A step is at least one
    /// position.</summary>
    public double Step { get; init => field = Share(value, nameof(Step)); } = 0.1;

    /// <summary>How many children are bred for a place before a random set takes it, where they are not allowed or came up
    /// before; 1 or more.</summary>
    public int Attempts { get; init => field = AtLeast.One(value, nameof(Attempts)); } = 16;

    private static double Share(double value, string name) =>
        value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(name, value, $"{name} must be from 0 to 1");
}
