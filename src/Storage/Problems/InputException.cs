namespace Backtest.Storage.Problems;

/// <summary>An input file could not be used; carries everything that was found wrong, in the order of the file.</summary>
public sealed class InputException : Exception
{
    /// <summary>Carries all problems of a read.</summary>
    /// <exception cref="ArgumentException">There is no problem.</exception>
    public InputException(IReadOnlyList<InputProblem> problems) : base(Text(problems)) => Problems = problems;

    /// <summary>Carries one problem.</summary>
    public InputException(string file, int line, int column, string message)
        : this([new InputProblem(file, line, column, message)]) { }

    /// <summary>The problems; one at least. A file's last one may say how many more there were.</summary>
    public IReadOnlyList<InputProblem> Problems { get; }

    private static string Text(IReadOnlyList<InputProblem> problems)
    {
        if (problems.Count == 0) throw new ArgumentException("an input exception needs a problem", nameof(problems));
        return string.Join('\n', problems);
    }
}
