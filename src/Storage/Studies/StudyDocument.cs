using Backtest.Engine.Studies;
using Backtest.Storage.Problems;

namespace Backtest.Storage.Studies;

/// <summary>A study file that was read: what it says, and where it says it.</summary>
public sealed class StudyDocument
{
    private readonly Dictionary<object, (int Line, int Column)> _positions = new(ReferenceEqualityComparer.Instance);

    internal StudyDocument(string text, string path, ProblemList problems)
    {
        (Text, Path, Problems) = (text, path, problems);
    }

    /// <summary>The file's text.</summary>
    public string Text { get; }

    /// <summary>The file's path, as the user named it.</summary>
    public string Path { get; }

    /// <summary>What the file says. Where it has problems, which <see cref="StudyLoader"/> throws, parts are missing.</summary>
    public StudyDefinition Definition { get; internal set; } = new("", [], [], [Window.All]);

    internal ProblemList Problems { get; }

    internal void Place(object part, (int Line, int Column) position) => _positions[part] = position;

    internal (int Line, int Column) PositionOf(object part) => _positions.GetValueOrDefault(part);
}
