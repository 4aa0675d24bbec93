using Backtest.Host.CommandLine;
using Backtest.Storage.Results;

namespace Backtest.Host.Results;

/// <summary>Asks a table; a question that it cannot answer is a wrong command line.</summary>
internal static class QueryAnswer
{
    /// <summary>The rows asked for.</summary>
    /// <exception cref="UsageException">A column is unknown, or the condition does not fit.</exception>
    public static ResultSelection Select(ResultTable table, ResultQuery query)
    {
        try
        {
            return query.Select(table);
        }
        catch (ResultQueryException wrong)
        {
            throw new UsageException(wrong.Message);
        }
    }
}
