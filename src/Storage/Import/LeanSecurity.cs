namespace Backtest.Storage.Import;

/// <summary>What LEAN's folders say about a file: <c>.../equity/usa/daily/spy.zip</c>.</summary>
/// <param name="Kind">The security type, or empty where no folder names one.</param>
internal readonly record struct LeanSecurity(string Kind)
{
    private static readonly string[] ScaledKinds = ["equity", "option"];
    private static readonly string[] PlainKinds = ["crypto", "cryptofuture", "forex", "cfd", "future", "futureoption", "index", "indexoption"];
    private static readonly string[] NewYorkKinds = ["equity", "option", "index", "indexoption", "future", "futureoption"];

    /// <summary>Reads the folders of a path, the innermost first.</summary>
    public static LeanSecurity Of(string path)
    {
        var folders = path.Split('/', '\\').SkipLast(1).Reverse().Select(folder => folder.ToLowerInvariant());
        return new LeanSecurity(folders.FirstOrDefault(folder => ScaledKinds.Contains(folder) || PlainKinds.Contains(folder)) ?? "");
    }

    /// <summary>Whether the file's prices are scaled by 10,000; null where the folders do not say.</summary>
    public bool? IsScaled => Kind.Length == 0 ? null : ScaledKinds.Contains(Kind);

    /// <summary>Whether the file's times are New York's; they are UTC otherwise.</summary>
    public bool IsNewYork(bool scaled) => Kind.Length == 0 ? scaled : NewYorkKinds.Contains(Kind);
}
