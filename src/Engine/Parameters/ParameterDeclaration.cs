using System.Globalization;

namespace Backtest.Engine.Parameters;

/// <summary>What a strategy says about one of its parameters.</summary>
/// <param name="Name">The name used in a study file: lower case, words joined by hyphens.</param>
/// <param name="Summary">What it means, with its unit.</param>
/// <param name="Default">The value where a study gives none.</param>
/// <param name="Minimum">The smallest number allowed; not used for a text.</param>
/// <param name="Maximum">The largest number allowed; not used for a text.</param>
/// <param name="WholeNumber">True where only whole numbers are allowed.</param>
/// <param name="Choices">The texts allowed; null where the parameter is a number, empty where any text is.</param>
public sealed record ParameterDeclaration(
    string Name,
    string Summary,
    ParameterValue Default,
    double Minimum = double.NegativeInfinity,
    double Maximum = double.PositiveInfinity,
    bool WholeNumber = false,
    IReadOnlyList<string>? Choices = null)
{
    internal const string RulePrefix = "rule.";

    /// <summary>The parameter's name in results: a rule is called what the study file calls it, without the prefix that tells it from the
    /// strategy's own.</summary>
    public string ShortName => Name.StartsWith(RulePrefix, StringComparison.Ordinal) ? Name[RulePrefix.Length..] : Name;

    /// <summary>A whole number, such as a count of bars.</summary>
    public static ParameterDeclaration Whole(string name, string summary, int @default, int minimum, int maximum) =>
        new(name, summary, new ParameterValue(@default), minimum, maximum, WholeNumber: true);

    /// <summary>A number.</summary>
    public static ParameterDeclaration Real(string name, string summary, double @default, double minimum, double maximum) =>
        new(name, summary, new ParameterValue(@default), minimum, maximum);

    /// <summary>A text, one of <paramref name="choices"/>; any text where there are none.</summary>
    public static ParameterDeclaration OfText(string name, string summary, string @default, params string[] choices) =>
        new(name, summary, new ParameterValue(@default), Choices: choices);

    /// <summary>Says what is wrong with a value, or null where nothing is.</summary>
    public string? Defect(ParameterValue value)
    {
        if (Choices is null)
        {
            if (value.IsText) return $"{ShortName} must be a number, not '{value}'";
            if (WholeNumber && value.Number != Math.Floor(value.Number)) return $"{ShortName} must be a whole number, not {value}";
            if (value.Number < Minimum || value.Number > Maximum)
                return string.Create(CultureInfo.InvariantCulture, $"{ShortName} must be from {Minimum} to {Maximum}, not {value}");
            return null;
        }

        if (!value.IsText) return $"{ShortName} must be a text, not the number {value}";
        return Choices.Count == 0 || Choices.Contains(value.Text)
            ? null
            : $"{ShortName} must be one of {string.Join(", ", Choices)}, not '{value}'";
    }
}
