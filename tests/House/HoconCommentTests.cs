using Backtest.House.Tests.Sources;

namespace Backtest.House.Tests;

/// <summary>hocon/backtest.conf explains itself. That each key is read, and no other, is shown by HoconKeysTests of Backtest.Actors.Tests.</summary>
public sealed class HoconCommentTests
{
    [Fact]
    public void ThereAreKeys() => Assert.True(HoconFile.Keys.Count >= 10);

    [Fact]
    public void EveryKeyHasACommentOfItsOwn() => Rule.Holds(
        "write meaning, unit and limit into a comment on the line above it",
        HoconFile.Keys.Where(key => !key.HasComment).Select(key => $"{HoconFile.Name}:{key.Line} {key.Path}"));
}
