using System.CodeDom.Compiler;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using Backtest.Engine.Studies;

namespace Backtest.Storage.Studies;

/// <summary>Finds what the strategies of a study share without saying so: static fields whose value or content may change. All workers of a process
/// use the same ones, so that a result may depend on the number of workers and on what ran before.</summary>
public static class StaticState
{
    private const BindingFlags Everything = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
    private const string BackingField = ">k__BackingField";

    /// <summary>The fields in the class libraries and source files of a study, in the order of its strategies; the built-in ones have none.</summary>
    public static IReadOnlyList<StaticField> Of(Study study) =>
    [
        .. study.Strategies.Select(strategy => strategy.Type.Assembly).Distinct()
            .Where(assembly => AssemblyLoadContext.GetLoadContext(assembly) != AssemblyLoadContext.Default)
            .SelectMany(Of),
    ];

    /// <summary>The fields in an assembly, by type and name.</summary>
    public static IReadOnlyList<StaticField> Of(Assembly assembly) =>
    [
        .. from type in assembly.GetTypes()
           where !IsGenerated(type)
           from field in type.GetFields(Everything)
           where !field.IsLiteral && NameOf(field) is not null
           let kind = KindOf(field)
           where kind is not null
           let name = (type.FullName ?? type.Name).Replace('+', '.')
           orderby name, NameOf(field)
           select new StaticField(name, NameOf(field)!, kind.Value),
    ];

    private static StaticFieldKind? KindOf(FieldInfo field) =>
        field.IsDefined(typeof(ThreadStaticAttribute)) ? StaticFieldKind.OfThread
        : !field.IsInitOnly ? StaticFieldKind.Changeable
        : ImmutableTypes.Contains(field.FieldType) ? null
        : StaticFieldKind.ChangeableContent;

    /// <summary>The name in the source: a property's where the field is behind one, null where the compiler made it up.</summary>
    private static string? NameOf(FieldInfo field) =>
        !field.Name.StartsWith('<') ? field.Name
        : field.Name.EndsWith(BackingField, StringComparison.Ordinal) ? field.Name[1..^BackingField.Length]
        : null;

    private static bool IsGenerated(Type type) =>
        type.Name.Contains('<', StringComparison.Ordinal)
        || type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
        || type.IsDefined(typeof(GeneratedCodeAttribute), inherit: false)
        || (type.DeclaringType is { } outer && IsGenerated(outer));
}

/// <summary>A static field that may change.</summary>
/// <param name="Type">Full name of the type that it is in.</param>
/// <param name="Field">Its name, or that of the property before it.</param>
/// <param name="Kind">How it may change.</param>
public sealed record StaticField(string Type, string Field, StaticFieldKind Kind)
{
    /// <summary>What it is, what may come of it, and what to do.</summary>
    public override string ToString() => Kind switch
    {
        StaticFieldKind.OfThread =>
            $"{Type}.{Field} is [ThreadStatic], so each worker keeps one from backtest to backtest: make it a local variable, or set it in "
            + "Begin as a field of the instance",
        StaticFieldKind.Changeable =>
            $"{Type}.{Field} is static and not readonly, and all workers share it: make it const, a local variable, or a field of the instance that "
            + "Begin sets",
        _ =>
            $"{Type}.{Field} is static and its content can be changed, and all workers share it: make it an ImmutableArray, a "
            + "FrozenDictionary or a ReadOnlySpan property where it is constant, else a local variable or a field of the instance",
    };
}

/// <summary>How a static field may change.</summary>
public enum StaticFieldKind
{
    /// <summary>It is not readonly.</summary>
    Changeable,

    /// <summary>It is readonly, and what it refers to is not.</summary>
    ChangeableContent,

    /// <summary>Each thread has one.</summary>
    OfThread,
}
