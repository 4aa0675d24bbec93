using System.Reflection;
using System.Runtime.Loader;

namespace Backtest.Storage.Studies;

/// <summary>Loads a class library of a user's strategies, whose strategies are public. The library's bytes are part of every key: another build
/// is another strategy.</summary>
public static class StrategyAssembly
{
    /// <summary>Loads a library. The engine is shared with the caller; other libraries are looked for beside the file.</summary>
    /// <exception cref="StrategyAssemblyException">It cannot be used; the message says why.</exception>
    public static StrategyLibrary Load(string path)
    {
        if (!File.Exists(path)) throw new StrategyAssemblyException($"there is no file '{path}': build the class library first");
        try
        {
            var bytes = File.ReadAllBytes(path);
            var assembly = new Context(Path.GetFullPath(path)).LoadFromStream(new MemoryStream(bytes));
            return StrategyLibrary.Of(
                assembly.GetExportedTypes(),
                bytes,
                $"{path} has no public class that implements ISignalStrategy, IBarStrategy or IPortfolioStrategy and has a constructor "
                    + "without parameters");
        }
        catch (BadImageFormatException)
        {
            throw new StrategyAssemblyException($"{path} is no .NET assembly: name the class library's .dll");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StrategyAssemblyException($"{path} cannot be loaded: {exception.Message}");
        }
        catch (Exception exception) when (exception is TypeLoadException or MissingMemberException or ReflectionTypeLoadException)
        {
            throw new StrategyAssemblyException(
                $"{path} does not fit this version of the engine, build it again: {exception.Message.ReplaceLineEndings(" ")}");
        }
    }

    private sealed class Context(string path) : AssemblyLoadContext(Path.GetFileName(path))
    {
        private readonly AssemblyDependencyResolver _resolver = new(path);

        protected override Assembly? Load(AssemblyName assemblyName)
        {
            // What the program has loaded is shared: types of the engine have to be the same ones.
            var shared = Default.Assemblies.FirstOrDefault(loaded => loaded.GetName().Name == assemblyName.Name);
            if (shared is not null) return shared;
            var found = _resolver.ResolveAssemblyToPath(assemblyName);
            if (found is null)
            {
                var beside = Path.Combine(Path.GetDirectoryName(path)!, assemblyName.Name + ".dll");
                if (File.Exists(beside)) found = beside;
            }

            return found is null ? null : LoadFromAssemblyPath(found);
        }
    }
}

/// <summary>A user's strategies cannot be used; the message says why and what to do.</summary>
/// <param name="message">The message.</param>
public sealed class StrategyAssemblyException(string message) : Exception(message);
