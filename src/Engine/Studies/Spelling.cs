namespace Backtest.Engine.Studies;

/// <summary>Finds what a misspelled word was meant to be.</summary>
public static class Spelling
{
    /// <summary>The known word that is nearest by edits (Levenshtein), if it is near enough to be meant: at most a third of the letters, one at
    /// least; null where none is.</summary>
    public static string? Nearest(string word, IEnumerable<string> known)
    {
        string? nearest = null;
        var best = Math.Max(1, word.Length / 3) + 1;
        foreach (var candidate in known)
        {
            var edits = Edits(word, candidate);
            if (edits < best) (nearest, best) = (candidate, edits);
        }

        return nearest;
    }

    /// <summary>What to say of a word that is not known: <c>did you mean 'x'?</c>, or <c>there are a, b</c> where none is near.</summary>
    public static string Remedy(string word, IReadOnlyCollection<string> known) =>
        Nearest(word, known) is { } nearest ? $"did you mean '{nearest}'?" : $"there are {string.Join(", ", known)}";

    private static int Edits(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var cost = char.ToLowerInvariant(from[i - 1]) == char.ToLowerInvariant(to[j - 1]) ? 0 : 1;
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + cost));
            }
        }

        return row[^1];
    }
}
