using Akka.Configuration;

namespace Backtest.Actors.Hosting;

/// <summary>Reads values of one part of a HOCON configuration, and says which key is wrong.</summary>
/// <param name="config">The configuration.</param>
/// <param name="root">The part's path.</param>
internal sealed class SettingsReader(Config config, string root)
{
    /// <summary>A time with its unit, at least <paramref name="least"/>.</summary>
    public TimeSpan Time(string key, TimeSpan least)
    {
        var time = Read(key, path => config.GetTimeSpan(path, null, allowInfinite: false), "a time such as 250ms");
        return time >= least ? time : throw Wrong(key, $"at least {least.TotalMilliseconds} ms");
    }

    /// <summary>A whole number, at least <paramref name="least"/>.</summary>
    public int Whole(string key, int least)
    {
        var number = Read(key, path => config.GetInt(path), "a whole number");
        return number >= least ? number : throw Wrong(key, $"at least {least}");
    }

    /// <summary>A size such as 256MiB, in bytes.</summary>
    public long Bytes(string key)
    {
        var bytes = Read(key, path => config.GetByteSize(path) ?? 0, "a size such as 256MiB");
        return bytes > 0 ? bytes : throw Wrong(key, "a size such as 256MiB");
    }

    private T Read<T>(string key, Func<string, T> read, string expected)
    {
        if (!config.HasPath($"{root}.{key}")) throw Wrong(key, expected);
        try
        {
            return read($"{root}.{key}");
        }
        catch (Exception)
        {
            throw Wrong(key, expected);
        }
    }

    private ConfigurationException Wrong(string key, string expected) =>
        new($"{root}.{key} is '{config.GetString($"{root}.{key}", "missing")}'; it has to be {expected}");
}
