using System.Reflection;
using System.Runtime.Loader;
using System.Security.Cryptography;
using Backtest.Engine.Bars;
using Backtest.Engine.Numerics;
using Backtest.Engine.Signals;

namespace Backtest.Storage.Studies;

/// <summary>A class library of a user's strategies. A strategy is a public class with a parameterless constructor that implements
/// <see cref="ISignalStrategy"/>, <see cref="IBarStrategy"/> or <see cref="IPortfolioStrategy"/>; its name is the one that it declares. The
/// library's bytes are part of every key: another build is another strategy.</summary>
public sealed class StrategyAssembly
{
    private StrategyAssembly(IReadOnlyList<StrategyDefinition> strategies) => Strategies = strategies;

    /// <summary>Its strategies, by name.</summary>
    public IReadOnlyList<StrategyDefinition> Strategies { get; }

    /// <summary>Loads a library. The engine is shared with the caller; other libraries are looked for beside the file.</summary>
    /// <exception cref="StrategyAssemblyException">It cannot be used; the message says why.</exception>
    public static StrategyAssembly Load(string path)
    {
        if (!File.Exists(path)) throw new StrategyAssemblyException($"there is no file '{path}': build the class library first");
        try
        {
            var bytes = File.ReadAllBytes(path);
            var assembly = new Context(Path.GetFullPath(path)).LoadFromStream(new MemoryStream(bytes));
            var hash = new Hash128(System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(bytes)));
            var strategies = assembly.GetExportedTypes().Where(IsStrategy).Select(type => Define(type, hash)).ToArray();
            if (strategies.Length == 0)
                throw new StrategyAssemblyException(
                    $"{path} has no public class that implements ISignalStrategy, IBarStrategy or IPortfolioStrategy and has a constructor "
                        + "without parameters");
            return new StrategyAssembly([.. strategies.OrderBy(strategy => strategy.Declaration.Name, StringComparer.Ordinal)]);
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

    private static bool IsStrategy(Type type) =>
        type is { IsClass: true, IsAbstract: false }
        && (typeof(ISignalStrategy).IsAssignableFrom(type) || typeof(IBarStrategy).IsAssignableFrom(type)
            || typeof(IPortfolioStrategy).IsAssignableFrom(type))
        && type.GetConstructor(Type.EmptyTypes) is not null;

    private static StrategyDefinition Define(Type type, Hash128 hash)
    {
        try
        {
            return new StrategyDefinition(() => (IStrategy)Activator.CreateInstance(type)!, hash);
        }
        catch (Exception exception) when (exception is not (TypeLoadException or MissingMemberException))
        {
            var cause = exception is TargetInvocationException { InnerException: { } inner } ? inner : exception;
            throw new StrategyAssemblyException(
                $"strategy class {type.FullName} cannot be made: {cause.GetType().Name}: {cause.Message.ReplaceLineEndings(" ")}");
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

/// <summary>A class library of strategies cannot be used; the message says why and what to do.</summary>
/// <param name="message">The message.</param>
public sealed class StrategyAssemblyException(string message) : Exception(message);
