using System.Reflection;
using System.Text.RegularExpressions;

namespace Backtest.Storage.Studies;

/// <summary>Says of a type whether its instances can change. A type that cannot be told counts as one that can.</summary>
internal static class ImmutableTypes
{
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly string[] Namespaces = ["System.Collections.Immutable", "System.Collections.Frozen"];

    // Read-only by contract, or without anything that a result could depend on.
    private static readonly Type[] Known =
    [
        typeof(string), typeof(object), typeof(Type), typeof(Regex), typeof(Lock), typeof(System.Globalization.CultureInfo), typeof(TimeZoneInfo),
        typeof(System.Text.Encoding), typeof(IFormatProvider), typeof(IEnumerable<>), typeof(IReadOnlyCollection<>), typeof(IReadOnlyList<>),
        typeof(IReadOnlySet<>), typeof(IReadOnlyDictionary<,>), typeof(IComparer<>), typeof(IEqualityComparer<>), typeof(StringComparer),
        typeof(Comparer<>), typeof(EqualityComparer<>), typeof(System.Buffers.SearchValues<>),
    ];

    /// <summary>Whether no instance of a type can change.</summary>
    public static bool Contains(Type type) => Contains(type, []);

    private static bool Contains(Type type, HashSet<Type> asked)
    {
        if (!asked.Add(type) || type.IsPrimitive || type.IsEnum || type.IsPointer || typeof(Delegate).IsAssignableFrom(type)) return true;
        var definition = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
        if (definition == typeof(Lazy<>)) return Contains(type.GenericTypeArguments[0], asked);
        if (Known.Contains(definition) || Namespaces.Contains(type.Namespace))
            return type.GenericTypeArguments.All(part => Contains(part, asked));
        if (type.IsArray || type.IsInterface || type.IsGenericParameter) return false;
        if (type.IsAbstract) return false;

        // A value that is readonly itself keeps its fields as they are; of an object each has to be readonly.
        for (var part = type; part is not null && part != typeof(object) && part != typeof(ValueType); part = part.BaseType)
        {
            if (!part.GetFields(Own).All(field => (type.IsValueType || field.IsInitOnly) && Contains(field.FieldType, asked))) return false;
        }

        return true;
    }
}
