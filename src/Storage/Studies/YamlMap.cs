using Backtest.Engine.Studies;
using Backtest.Storage.Problems;
using YamlDotNet.RepresentationModel;

namespace Backtest.Storage.Studies;

/// <summary>A mapping of a study file, whose keys are known. Reports unknown keys and values of the wrong kind; what is wrong reads as
/// absent.</summary>
internal sealed class YamlMap
{
    private readonly Dictionary<string, YamlNode> _values = new(StringComparer.Ordinal);
    private readonly YamlMappingNode _node;
    private readonly ProblemList _problems;
    private readonly string _what;

    /// <summary>A mapping.</summary>
    /// <param name="node">Its node.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <param name="what">What it describes, for messages, such as <c>a data set</c>.</param>
    /// <param name="known">The keys that it may have.</param>
    public YamlMap(YamlMappingNode node, ProblemList problems, string what, params string[] known)
    {
        (_node, _problems, _what) = (node, problems, what);
        foreach (var (key, value) in node.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            if (known.Contains(name)) _values[name] = value;
            else Report(key, $"'{name}' is no key of {what}: {Spelling.Remedy(name, known)}");
        }
    }

    /// <summary>Where the mapping begins.</summary>
    public (int Line, int Column) Position => PositionOf(_node);

    /// <summary>Where a node begins.</summary>
    public static (int Line, int Column) PositionOf(YamlNode node) => ((int)node.Start.Line, (int)node.Start.Column);

    /// <summary>The value of a key; null where it is absent or empty.</summary>
    public YamlNode? Find(string key) =>
        _values.TryGetValue(key, out var node) && !(node is YamlScalarNode { Value: null or "" } scalar && IsPlain(scalar)) ? node : null;

    /// <summary>The value of a key that has to be there.</summary>
    public YamlNode? Require(string key, string example)
    {
        if (Find(key) is { } node) return node;
        if (_values.TryGetValue(key, out var empty)) Report(empty, $"{key} is empty: write {example}");
        else Report(_node, $"{_what} has no {key}: add {example}");
        return null;
    }

    /// <summary>The scalar of a key; null where it is absent.</summary>
    public YamlScalarNode? Scalar(string key, string expected) => Find(key) is { } node ? AsScalar(node, key, expected) : null;

    /// <summary>A node that has to be a scalar.</summary>
    public YamlScalarNode? AsScalar(YamlNode node, string key, string expected)
    {
        if (node is YamlScalarNode scalar) return scalar;
        Report(node, $"{key} is {KindOf(node)}: it has to be {expected}");
        return null;
    }

    /// <summary>A scalar read by <paramref name="read"/>; null where it is absent or wrong.</summary>
    public T? Value<T>(string key, string expected, Func<string, T?> read)
        where T : struct
    {
        if (Scalar(key, expected) is not { } scalar) return null;
        if (read(scalar.Value ?? "") is { } value) return value;
        Report(scalar, $"{key} is '{scalar.Value}': it has to be {expected}");
        return null;
    }

    /// <summary>Reports a problem at a node.</summary>
    public void Report(YamlNode node, string message) => _problems.Add((int)node.Start.Line, (int)node.Start.Column, message);

    /// <summary>What a node is, in words.</summary>
    public static string KindOf(YamlNode node) => node switch
    {
        YamlMappingNode => "a mapping",
        YamlSequenceNode => "a list",
        _ => "a single value",
    };

    private static bool IsPlain(YamlScalarNode scalar) => scalar.Style is YamlDotNet.Core.ScalarStyle.Plain or YamlDotNet.Core.ScalarStyle.Any;
}
