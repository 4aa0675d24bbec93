using System.CommandLine;
using Backtest.Storage.Store;

namespace Backtest.Host.CommandLine;

/// <summary>Options and arguments that several commands have.</summary>
internal static class SharedOptions
{
    /// <summary><c>--store DIR</c>.</summary>
    public static Option<string> Store() => new("--store")
    {
        Description = "The directory that holds recorded results and cached bars.",
        HelpName = "DIR",
        DefaultValueFactory = _ => StoreDirectory.DefaultName,
    };

    /// <summary>The study: a file, or a name in the store.</summary>
    public static Argument<string> Study() => new("STUDY") { Description = "A study file, or the name of a study in the store." };
}
