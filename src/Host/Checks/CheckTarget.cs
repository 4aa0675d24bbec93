using Backtest.Engine.Parameters;
using Backtest.Engine.Studies;
using Backtest.Storage.Results;

namespace Backtest.Host.Checks;

/// <summary>A backtest that was checked, in words.</summary>
/// <param name="Strategy">Its strategy.</param>
/// <param name="Parameters">Its parameters by name, rules included.</param>
/// <param name="Symbol">The symbol of its data set.</param>
/// <param name="Window">Its window.</param>
/// <param name="Times">How times of its data set are shown.</param>
internal sealed record CheckTarget(
    string Strategy, IReadOnlyList<KeyValuePair<string, ParameterValue>> Parameters, string Symbol, string Window, BarTimes Times)
{
    /// <summary>The targets of a sample.</summary>
    public static IReadOnlyList<CheckTarget> Of(Plan plan, IReadOnlyList<long> sample)
    {
        var reader = plan.CreateReader();
        BarTimes[] times = [.. plan.Study.Series.Select(series => new BarTimes(series))];
        return [.. sample.Select(index => Of(plan, reader.Read(index), times))];
    }

    /// <summary>Parameters as <c>name=value</c>, as rankings show them.</summary>
    public string ParameterText => string.Join(' ', Parameters.Select(parameter => $"{parameter.Key}={parameter.Value}"));

    private static CheckTarget Of(Plan plan, in PlannedBacktest backtest, BarTimes[] times)
    {
        var set = backtest.Parameters;
        return new CheckTarget(
            plan.Study.Strategies[backtest.Strategy].Declaration.Name,
            [.. set.Declarations.Select((declaration, at) => KeyValuePair.Create(declaration.ShortName, set[at]))],
            plan.Study.Series[backtest.DataSet].Symbol,
            plan.Windows[backtest.Window].Name,
            times[backtest.DataSet]);
    }
}
