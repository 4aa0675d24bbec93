namespace Backtest.Storage.Problems;

/// <summary>Collects the problems of one file, keeps the first twenty and counts the rest.</summary>
/// <param name="file">The file as the user named it.</param>
public sealed class ProblemList(string file)
{
    /// <summary>How many problems of one file are kept.</summary>
    public const int MostKept = 20;

    private readonly List<InputProblem> _kept = [];

    /// <summary>The file as the user named it.</summary>
    public string File => file;

    /// <summary>The number of problems found, those not kept included.</summary>
    public long Count { get; private set; }

    /// <summary>Adds a problem; <paramref name="line"/> and <paramref name="column"/> count from 1, 0 where there is none.</summary>
    public void Add(int line, int column, string message)
    {
        if (Count++ < MostKept) _kept.Add(new InputProblem(file, line, column, message));
    }

    /// <summary>The problems kept, then a line that counts the others where there are any.</summary>
    public IReadOnlyList<InputProblem> All() =>
        Count <= MostKept ? [.. _kept] : [.. _kept, new InputProblem(file, 0, 0, $"and {Count - MostKept} more")];

    /// <summary>Throws what was found, if anything was.</summary>
    /// <exception cref="InputException">There is a problem.</exception>
    public void ThrowIfAny()
    {
        if (Count > 0) throw new InputException(All());
    }
}
