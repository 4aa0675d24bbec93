namespace Backtest.Actors.Supervision;

/// <summary>How a run is supervised; <c>hocon/backtest.conf</c> documents each.</summary>
/// <param name="LeaseTimeout">A node that was silent for so long loses its leases.</param>
/// <param name="RangeDuration">A range is sized to take a worker about so long.</param>
/// <param name="ProgressInterval">How often progress is told.</param>
/// <param name="StorePatience">A store that fails for so long ends the run.</param>
/// <param name="DrainTimeout">How long running backtests have to end after a cancellation.</param>
internal sealed record SupervisorSettings(
    TimeSpan LeaseTimeout, TimeSpan RangeDuration, TimeSpan ProgressInterval, TimeSpan StorePatience, TimeSpan DrainTimeout);
