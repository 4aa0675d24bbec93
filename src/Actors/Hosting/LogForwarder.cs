using Akka.Actor;
using Akka.Event;

namespace Backtest.Actors.Hosting;

/// <summary>Hands warnings and errors of an actor system to a function, one line each.</summary>
internal sealed class LogForwarder : UntypedActor
{
    private readonly Action<string> _log;

    public LogForwarder(Action<string> log) => _log = log;

    /// <summary>A forwarder to a function.</summary>
    public static Props Props(Action<string> log) => Akka.Actor.Props.Create(() => new LogForwarder(log));

    protected override void PreStart() => Context.System.EventStream.Subscribe(Self, typeof(LogEvent));

    protected override void OnReceive(object message)
    {
        if (message is not LogEvent entry) return;
        var cause = entry.Cause is { } exception ? $": {exception.GetBaseException().Message}" : "";
        try
        {
            _log($"{Name(entry.LogLevel())}: {entry.Message}{cause}".ReplaceLineEndings(" "));
        }
        catch (Exception)
        {
            // Told of here, it would come back as the next line, for ever.
        }
    }

    private static string Name(LogLevel level) => level == LogLevel.ErrorLevel ? "error" : "warning";
}
