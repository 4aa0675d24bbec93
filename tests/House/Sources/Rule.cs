namespace Backtest.House.Tests.Sources;

/// <summary>Asserts rules of the house.</summary>
internal static class Rule
{
    /// <summary>Fails with one line an offender; each names it, and the rule says what to do.</summary>
    /// <param name="remedy">What to do.</param>
    /// <param name="offenders">Who breaks the rule, and how.</param>
    public static void Holds(string remedy, IEnumerable<string> offenders)
    {
        var found = offenders.ToArray();
        Assert.True(found.Length == 0, $"{remedy}:\n{string.Join('\n', found)}");
    }
}
