using System.Text;
using Akka.Configuration;
using Backtest.Actors.Hosting;

namespace Backtest.Actors.Tests.Hosting;

public sealed class HoconKeysTests
{
    private const string Dispatcher = "-dispatcher";

    private static readonly string[] Lines = ReadLines();

    public static TheoryData<string> Keys => [.. Leaves().Where(key => !key.Contains(Dispatcher, StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Keys))]
    public void EveryKeyIsReadAndMissedByName(string key)
    {
        var exception = Assert.Throws<ConfigurationException>(() => BacktestSettings.Create(Without(key)));

        Assert.StartsWith($"backtest.{key} is 'missing'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NoKeyIsReadThatTheFileLacks() => BacktestSettings.Create(ConfigurationFactory.ParseString(string.Join('\n', Lines)));

    [Fact]
    public void EveryDispatcherIsUsed() => Assert.Equal(
        new[] { BacktestSettings.CheckpointDispatcher, BacktestSettings.WorkerDispatcher },
        Leaves().Where(key => key.Contains(Dispatcher, StringComparison.Ordinal)).Select(key => $"backtest.{key.Split('.')[0]}").Distinct().Order());

    /// <summary>The file's keys below <c>backtest</c>, such as <c>node.column-cache</c>.</summary>
    private static List<string> Leaves()
    {
        List<string> keys = [];
        Stack<string> sections = [];
        foreach (var line in Lines.Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (line == "}") sections.Pop();
            else if (line.EndsWith('{')) sections.Push(line.TrimEnd('{').Trim());
            else keys.Add(string.Join('.', [.. sections.Reverse().Skip(1), line.Split('=')[0].Trim()]));
        }

        return keys;
    }

    /// <summary>The file without the line of a key.</summary>
    private static Config Without(string key)
    {
        var (section, name) = (key.Split('.')[0], key.Split('.')[1]);
        var start = Array.FindIndex(Lines, line => line.Trim() == section + " {");
        var at = Array.FindIndex(Lines, start, line => line.Split('=')[0].Trim() == name);
        return ConfigurationFactory.ParseString(string.Join('\n', Lines.Where((_, index) => index != at)));
    }

    private static string[] ReadLines()
    {
        using var stream = typeof(BacktestSettings).Assembly.GetManifestResourceStream("backtest.conf")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().Split('\n');
    }
}
