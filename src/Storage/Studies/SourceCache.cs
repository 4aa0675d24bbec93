using System.Security.Cryptography;
using System.Text;
using Backtest.Storage.Files;
using Microsoft.CodeAnalysis.CSharp;

namespace Backtest.Storage.Studies;

/// <summary>Keeps compiled sources: compiling takes a second or two, most of it to warm up the compiler, and every command that opens a study would
/// wait for it. An entry is found by the hash of everything that it was compiled of. A damaged entry is compiled anew.</summary>
/// <param name="directory">Where the entries are; made when the first is written. It may be deleted at any time.</param>
public sealed class SourceCache(string directory)
{
    private const string Extension = ".compiled";
    private const int Version = 1;

    /// <summary>What <see cref="SourceCompiler.Compile"/> gives.</summary>
    internal CompiledSource Read(string text, string path)
    {
        var entry = Path.Combine(directory, Name(text, path) + Extension);
        if (TryRead(entry) is { } cached) return cached;
        var compiled = SourceCompiler.Compile(text, path);
        try
        {
            Directory.CreateDirectory(directory);
            AtomicFile.Write(entry, file => Write(file, compiled));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A cache that cannot be written costs time, no more.
        }

        return compiled;
    }

    private static string Name(string text, string path)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var compiler = typeof(CSharpCompilation).Module.ModuleVersionId;
        hash.AppendData(Encoding.UTF8.GetBytes($"{Version}|{compiler}|{Environment.Version}|{Path.GetFileName(path)}|{SourceReferences.Usings}|"));
        foreach (var reference in SourceReferences.OwnPaths) hash.AppendData(SHA256.HashData(File.ReadAllBytes(reference)));
        hash.AppendData(Encoding.UTF8.GetBytes(text));
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }

    /// <summary>Length of the library, library, symbols, and the hash of all that.</summary>
    private static void Write(FileStream file, CompiledSource compiled)
    {
        byte[] content = [.. BitConverter.GetBytes(compiled.Library.Length), .. compiled.Library, .. compiled.Symbols];
        file.Write(content);
        file.Write(SHA256.HashData(content));
    }

    private static CompiledSource? TryRead(string entry)
    {
        try
        {
            if (!File.Exists(entry)) return null;
            ReadOnlySpan<byte> bytes = File.ReadAllBytes(entry);
            if (bytes.Length < sizeof(int) + SHA256.HashSizeInBytes) return null;
            var content = bytes[..^SHA256.HashSizeInBytes];
            if (!SHA256.HashData(content).AsSpan().SequenceEqual(bytes[content.Length..])) return null;
            var length = BitConverter.ToInt32(content);
            var rest = content[sizeof(int)..];
            return new CompiledSource(rest[..length].ToArray(), rest[length..].ToArray());
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
