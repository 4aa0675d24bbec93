using System.Text;
using Backtest.Storage.Problems;

namespace Backtest.Storage.Studies;

/// <summary>Reads study files. The keys are described in docs/study-file.md.</summary>
public static class StudyFile
{
    private const int MaximumBytes = 4 << 20;

    /// <summary>Reads a file.</summary>
    /// <exception cref="InputException">The file cannot be read, or is no YAML. Other problems are kept for <see cref="StudyLoader"/>, which tells
    /// all.</exception>
    public static StudyDocument Read(string path)
    {
        if (Directory.Exists(path)) throw new InputException(path, 0, 0, "is a folder: name a study file in it");
        if (!File.Exists(path)) throw new InputException(path, 0, 0, "no such file: name a study file, or run 'backtest init' to make one");
        try
        {
            if (new FileInfo(path).Length > MaximumBytes) throw new InputException(path, 0, 0, "is larger than 4 MiB: that is no study file");
            return Parse(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(path)), path);
        }
        catch (DecoderFallbackException)
        {
            throw new InputException(path, 0, 0, "is not UTF-8 text: save it as UTF-8");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(path, 0, 0, $"cannot be read ({exception.Message}): check the name and the permissions");
        }
    }

    /// <summary>Reads a text.</summary>
    /// <param name="text">What a study file holds.</param>
    /// <param name="path">Where it is from: relative paths in it start there.</param>
    /// <exception cref="InputException">The text is no YAML.</exception>
    public static StudyDocument Parse(string text, string path)
    {
        var problems = new ProblemList(path);
        var document = new StudyDocument(text, path, problems);
        var root = YamlText.Load(text, path, problems);
        if (root is not null) document.Definition = new DefinitionReader(document).Read(root);
        return document;
    }
}
