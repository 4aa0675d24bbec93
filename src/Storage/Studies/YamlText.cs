using Backtest.Storage.Problems;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Backtest.Storage.Studies;

/// <summary>Loads YAML as nodes with their places. Anchors, aliases and tags are refused: a study has no use for them, and they can make a small
/// file huge.</summary>
internal static class YamlText
{
    private const int DeepestNesting = 20;

    /// <summary>The mapping at the root; null where the problems say why there is none.</summary>
    /// <exception cref="InputException">The text is no YAML.</exception>
    public static YamlMappingNode? Load(string text, string path, ProblemList problems)
    {
        try
        {
            if (!Check(text, problems)) return null;
            var stream = new YamlStream();
            Load(stream, new Parser(new StringReader(text)));
            if (stream.Documents is [{ RootNode: YamlMappingNode root }]) return root;
            problems.Add(1, 1, "is no study: it starts with 'study: NAME', then data, strategies, and so on");
            return null;
        }
        catch (YamlException exception)
        {
            var message = (exception.InnerException ?? exception).Message.ReplaceLineEndings(" ");
            throw new InputException(path, (int)exception.Start.Line, (int)exception.Start.Column, $"is no YAML here: {Sentence(message)}");
        }
        catch (ArgumentException)
        {
            // The library's own defect on some texts, without a place.
            throw new InputException(path, 0, 0, "is no YAML: check its brackets, quotes, commas and colons");
        }
    }

    /// <summary>Where the stream cannot make a node of what the parser let pass (an empty key, a bracket after it), the text is to blame.</summary>
    private static void Load(YamlStream stream, Parser parser)
    {
        try
        {
            stream.Load(parser);
        }
        catch (ArgumentException exception) when (exception is not ArgumentNullException)
        {
            var at = parser.Current?.Start ?? Mark.Empty;
            throw new YamlException(at, at, "what stands before this cannot be read, check its brackets, quotes and commas");
        }
    }

    private static bool Check(string text, ProblemList problems)
    {
        var parser = new Parser(new StringReader(text));
        var (depth, documents, sound) = (0, 0, true);
        while (MoveNext(parser))
        {
            if (parser.Current is not { } current) continue;
            depth += current.NestingIncrease;
            var refused = Refusal(current, depth, ref documents);
            if (refused is null) continue;
            problems.Add((int)current.Start.Line, (int)current.Start.Column, refused);
            sound = false;
            if (depth > DeepestNesting) return false;
        }

        return sound;
    }

    /// <summary>The parser's defects (it throws InvalidOperationException on some texts) count as the text's, near the last thing that was
    /// understood.</summary>
    private static bool MoveNext(Parser parser)
    {
        try
        {
            return parser.MoveNext();
        }
        catch (InvalidOperationException)
        {
            var at = parser.Current?.End ?? Mark.Empty;
            throw new YamlException(at, at, "what follows cannot be read, check its brackets, quotes and commas");
        }
    }

    private static string? Refusal(ParsingEvent current, int depth, ref int documents) => current switch
    {
        AnchorAlias => "aliases (*name) are not used in study files: write the value out",
        NodeEvent { Anchor.IsEmpty: false } => "anchors (&name) are not used in study files: take it out",
        NodeEvent { Tag.IsEmpty: false } node when node.Tag.Value != "!" => "tags (!name) are not used in study files: take it out",
        DocumentStart when ++documents > 1 => "a second document starts here: one study a file",
        _ when depth > DeepestNesting + 1 => $"nested deeper than {DeepestNesting} levels",
        _ => null,
    };

    private static string Sentence(string message) => message.Length > 0 ? char.ToLowerInvariant(message[0]) + message[1..].TrimEnd('.') : "?";
}
