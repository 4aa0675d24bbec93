using System.Runtime.Loader;
using System.Text;
using Backtest.Storage.Problems;

namespace Backtest.Storage.Studies;

/// <summary>Compiles a source file of a user's strategies, in memory, and loads what it declares. The file's text is part of every key: a changed
/// text, be it a comment only, is another strategy. Line ends do not count, so that a repository that changes them changes no key.</summary>
public static class StrategySource
{
    private const int MaximumBytes = 4 << 20;

    private const string Nothing = "has no class that implements ISignalStrategy, IBarStrategy or IPortfolioStrategy and has a public "
        + "constructor without parameters: 'backtest new strategy NAME' writes one";

    /// <summary>Loads a file. Warnings of the compiler are not told.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cache">Keeps what was compiled; null to compile it.</param>
    /// <exception cref="InputException">The file cannot be read, does not compile, or has no strategy; all errors, with line and column.</exception>
    public static StrategyLibrary Load(string path, SourceCache? cache = null)
    {
        var text = Read(path).ReplaceLineEndings("\n");
        var compiled = cache is null ? SourceCompiler.Compile(text, path) : cache.Read(text, path);
        using var library = new MemoryStream(compiled.Library);
        using var symbols = new MemoryStream(compiled.Symbols);
        var assembly = new AssemblyLoadContext(Path.GetFileName(path)).LoadFromStream(library, symbols);
        try
        {
            return StrategyLibrary.Of(assembly.GetTypes(), Encoding.UTF8.GetBytes(text), Nothing);
        }
        catch (StrategyAssemblyException exception)
        {
            throw new InputException(path, 0, 0, exception.Message);
        }
    }

    private static string Read(string path)
    {
        if (!File.Exists(path)) throw new InputException(path, 0, 0, "no such file: name a C# source file");
        try
        {
            if (new FileInfo(path).Length > MaximumBytes) throw new InputException(path, 0, 0, "is larger than 4 MiB: that is no source file");
            using var reader = new StreamReader(path, new UTF8Encoding(false, throwOnInvalidBytes: true));
            return reader.ReadToEnd();
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
}
