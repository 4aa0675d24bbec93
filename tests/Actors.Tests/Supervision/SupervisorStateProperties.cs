using Backtest.Actors.Supervision;
using CsCheck;

namespace Backtest.Actors.Tests.Supervision;

public sealed class SupervisorStateProperties
{
    private static readonly Gen<RangeSizing> Sizing = Gen.Select(
        Gen.Int[1, 30], Gen.Bool, (batch, exact) => new RangeSizing(batch, exact, TimeSpan.FromMilliseconds(20)));

    private static readonly Gen<(int, int, int)> Happening = Gen.Select(Gen.Int[0, 99], Gen.Int[0, 99], Gen.Int[0, 999]);

    [Fact]
    public void WhateverIsLostRepeatedOrReorderedEveryBacktestIsCountedOnce() =>
        Gen.Select(Gen.Int[1, 300], Sizing, Happening.List[0, 300]).Sample(
            (planned, sizing, happenings) =>
            {
                var model = new LeasingModel(planned, sizing);
                foreach (var (kind, who, which) in happenings) model.Step(kind, who, which);
                model.Finish();
            },
            iter: 500,
            threads: 1);
}
