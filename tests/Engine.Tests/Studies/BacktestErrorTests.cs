using Backtest.Engine.Studies;

namespace Backtest.Engine.Tests.Studies;

public sealed class BacktestErrorTests
{
    [Fact]
    public void AnExceptionIsItsTypeItsMessageAndItsStack()
    {
        var error = BacktestError.Of(Thrown(new InvalidOperationException("line one\nline two")));

        Assert.Equal(("System.InvalidOperationException", "line one\nline two"), (error.Type, error.Message));
        Assert.Contains(nameof(Thrown), error.Stack, StringComparison.Ordinal);
        Assert.Equal("System.InvalidOperationException: line one line two", error.ToString());
    }

    [Fact]
    public void LongMessagesAreCutBetweenCharacters()
    {
        Assert.Equal(new string('x', 4000), BacktestError.Of(new InvalidOperationException(new string('x', 5000))).Message);
        Assert.Equal(new string('x', 3999), BacktestError.Of(new InvalidOperationException(new string('x', 3999) + "\U0001F600y")).Message);
    }

    [Fact]
    public void AnExceptionThatWasNotThrownHasNoStack() => Assert.Empty(BacktestError.Of(new InvalidOperationException()).Stack);

    [Fact]
    public void AnExceptionThatCannotTellIsAnErrorAllTheSame()
    {
        var error = BacktestError.Of(new BrokenException());

        Assert.EndsWith(nameof(BrokenException), error.Type, StringComparison.Ordinal);
        Assert.Equal(("", ""), (error.Message, error.Stack));
    }

    private static Exception Thrown(Exception exception)
    {
        try
        {
            throw exception;
        }
        catch (Exception caught)
        {
            return caught;
        }
    }

    private sealed class BrokenException : Exception
    {
        public override string Message => throw new InvalidOperationException();

        public override string? StackTrace => throw new InvalidOperationException();
    }
}
