using System.CodeDom.Compiler;
using System.Reflection;
using System.Runtime.CompilerServices;
using Backtest.House.Tests.Sources;
using Google.Protobuf;

namespace Backtest.House.Tests;

/// <summary>Types are closed, and messages never change.</summary>
public sealed class ClosedTypeTests
{
    private static readonly Assembly[] Assemblies =
    [
        typeof(Engine.Market.Bar).Assembly,
        typeof(Strategies.BuiltInStrategies).Assembly,
        typeof(Storage.Bars.BarFile).Assembly,
        typeof(Actors.Running.StudyRunner).Assembly,
        Assembly.Load("backtest"),
    ];

    private static IEnumerable<Type> OwnTypes => Assemblies.SelectMany(assembly => assembly.GetTypes()).Where(IsOwn);

    private static IEnumerable<Type> Messages => OwnTypes
        .Where(type => type.DeclaringType is { } outer && outer.Name.EndsWith("Protocol", StringComparison.Ordinal) && !type.IsInterface);

    [Fact]
    public void EveryClassIsSealedStaticOrAbstract() => Rule.Holds(
        "seal it: nobody derives from it, and who wants to has to change it here",
        OwnTypes.Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false }).Select(NameOf));

    [Fact]
    public void NoFieldIsPublicAndChangeable() => Rule.Holds(
        "make it readonly or private",
        from type in OwnTypes
        from field in type.GetFields(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        where !field.IsInitOnly && !field.IsLiteral && !type.IsEnum
        select $"{NameOf(type)}.{field.Name}");

    [Fact]
    public void ThereAreMessages() => Assert.True(Messages.Count() >= 20);

    [Fact]
    public void MessagesAreSealedAndUnchangeable() => Rule.Holds(
        "a message is shared by threads: make it a sealed record with get or init only",
        from type in Messages
        let changeable = type.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance).Where(IsChangeable).ToArray()
        where !type.IsSealed || changeable.Length > 0
        select $"{NameOf(type)}: {(type.IsSealed ? string.Join(", ", changeable.Select(property => property.Name)) : "is not sealed")}");

    [Fact]
    public void MessagesCarryNoCollectionThatCanBeChanged() => Rule.Holds(
        "give it as IReadOnlyList",
        from type in Messages
        from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        where property.PropertyType.IsArray || IsCollection(property.PropertyType)
        select $"{NameOf(type)}.{property.Name} is {property.PropertyType.Name}");

    private static bool IsOwn(Type type) =>
        !IsGenerated(type) && !typeof(IMessage).IsAssignableFrom(type) && type.Namespace?.EndsWith(".Wire", StringComparison.Ordinal) != true;

    private static bool IsGenerated(Type type) =>
        type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
        || type.IsDefined(typeof(GeneratedCodeAttribute), inherit: false)
        || type.Name.Contains('<')
        || type.Namespace is null or "System.Runtime.CompilerServices" or "Microsoft.CodeAnalysis"
        || (type.DeclaringType is { } outer && IsGenerated(outer));

    private static bool IsChangeable(PropertyInfo property) =>
        property.SetMethod is { } set && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static bool IsCollection(Type type) =>
        type is { IsGenericType: true, IsInterface: false } && type.Namespace == "System.Collections.Generic";

    private static string NameOf(Type type) => type.FullName ?? type.Name;
}
