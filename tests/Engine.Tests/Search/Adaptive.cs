using Backtest.Engine.Search;

namespace Backtest.Engine.Tests.Search;

/// <summary>What an adaptive search has to do better than a random one of the same budget, by the median over seeds.</summary>
internal static class Adaptive
{
    private const int Budget = 200;
    private const int Seeds = 15;

    public static TheoryData<string, int, int> Cases
    {
        get
        {
            var cases = new TheoryData<string, int, int>();
            foreach (var function in SearchFunctions.All.Keys)
            {
                foreach (var axes in (int[])[2, 3, 5]) cases.Add(function, axes, axes == 3 ? 10 : 20);
            }

            return cases;
        }
    }

    public static void BeatsRandomSearch(Func<ulong, ISearch> search, string function, int axes)
    {
        var objective = SearchFunctions.All[function];
        var space = SearchExample.Space([.. Enumerable.Repeat((long)SearchFunctions.Size, axes)], axes == 3 ? "a < 2 * b + 20" : null);

        var (found, random) = (Median(search), Median(seed => new RandomSetSearch(seed, 20)));

        Assert.True(found > random, $"{found} is no better than {random} of random search");

        double Median(Func<ulong, ISearch> make) => SearchExample.Median(Enumerable.Range(0, Seeds)
            .Select(seed => SearchExample.Best(SearchExample.Run(make((ulong)seed), space, at => [objective(at)], Budget))));
    }

    public static void PrefersTheBestCategory(Func<ulong, ISearch> search)
    {
        var space = SearchExample.Space([50, 50, 8], lastIsText: true);

        var told = SearchExample.Run(search(3), space, at => [(at[2] == 5 ? 10 : 0) - Math.Abs(at[0] - 25) / 10.0], Budget);

        Assert.False(space.IsOrdered(2));
        Assert.InRange(told.Skip(100).Count(trial => SearchExample.Split(space, trial.Set)[2] == 5), 50, 100);
    }

    /// <summary>The objective grows towards what is infeasible.</summary>
    public static void AvoidsInfeasibleSets(Func<ulong, ISearch> search)
    {
        var space = SearchExample.Space([100, 100]);
        List<Trial> told = [];
        for (var next = search(3); told.Count < Budget;)
            told.AddRange(next.Ask(space, told, next.Generation).Select(set => Run(SearchExample.Split(space, set), set)));

        Assert.InRange(told.Skip(100).Count(trial => trial.Feasible), 50, 100);
        Assert.InRange(told.Where(trial => trial.Feasible).Max(trial => trial.Objectives[0]), 75, 79);

        static Trial Run(long[] at, long set) => new(set, [at[0] + at[1]], at[0] + at[1] < 80);
    }

    /// <summary>The area that the fronts of f = x and g = 1 - sqrt(x / h) h cover (ZDT1 of E. Zitzler, K. Deb and L. Thiele 2000), to grow.</summary>
    public static void CoversMoreThanRandomSearch(Func<ulong, ISearch> search)
    {
        var space = SearchExample.Space([64, 64, 64, 64]);

        var (found, random) = (Median(search), Median(seed => new RandomSetSearch(seed, 20)));

        Assert.True(found > 1.2 * random, $"{found} is not much more than {random} of random search");

        double Median(Func<ulong, ISearch> make) => SearchExample.Median(Enumerable.Range(0, Seeds)
            .Select(seed => Area(SearchExample.Run(make((ulong)seed), space, Objectives, Budget))));

        static double[] Objectives(long[] at)
        {
            var (x, h) = (at[0] / 63.0, 1 + 9 * at.Skip(1).Average(position => position / 63.0));
            return [-x, -h * (1 - Math.Sqrt(x / h))];
        }
    }

    /// <summary>The area between the front and the point (-1, -6).</summary>
    private static double Area(IReadOnlyList<Trial> told)
    {
        var (area, before) = (0.0, -6.0);
        foreach (var i in ParetoFront.Of(told).OrderByDescending(i => told[i].Objectives[0]))
        {
            var (x, y) = (told[i].Objectives[0], told[i].Objectives[1]);
            if (y <= before) continue;
            area += (x + 1) * (y - before);
            before = y;
        }

        return area;
    }
}
