using System.Reflection;
using System.Security.Cryptography;
using Backtest.Engine.Bars;
using Backtest.Engine.Numerics;
using Backtest.Engine.Signals;

namespace Backtest.Storage.Studies;

/// <summary>The strategies in a user's code, be it a class library or a source file. A strategy is a class with a constructor without parameters
/// that implements <see cref="ISignalStrategy"/> or <see cref="IBarStrategy"/>; its name is the one that it declares.</summary>
public sealed class StrategyLibrary
{
    private StrategyLibrary(IReadOnlyList<StrategyDefinition> strategies) => Strategies = strategies;

    /// <summary>Its strategies, by name.</summary>
    public IReadOnlyList<StrategyDefinition> Strategies { get; }

    /// <summary>The strategies among some types.</summary>
    /// <param name="types">The types.</param>
    /// <param name="content">What the fingerprint of each is hashed from: the bytes of the library or of the source.</param>
    /// <param name="nothing">What is wrong where there is no strategy.</param>
    internal static StrategyLibrary Of(IEnumerable<Type> types, ReadOnlySpan<byte> content, string nothing)
    {
        var hash = new Hash128(System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(content)));
        var strategies = types.Where(IsStrategy).Select(type => Define(type, hash)).ToArray();
        if (strategies.Length == 0) throw new StrategyAssemblyException(nothing);
        if (strategies.GroupBy(strategy => strategy.Declaration.Name).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new StrategyAssemblyException($"two classes declare the name '{twice.Key}': give one of them another");
        return new StrategyLibrary([.. strategies.OrderBy(strategy => strategy.Declaration.Name, StringComparer.Ordinal)]);
    }

    private static bool IsStrategy(Type type) =>
        type is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false }
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
}
