using Backtest.Engine.Numerics;

namespace Backtest.Engine.Statistics.Sweeps;

/// <summary>Sums of returns and of their squares by block of bars, from which the Sharpe ratio of any choice of blocks follows.</summary>
internal sealed class BlockSums
{
    private readonly double[] _sums, _squares;
    private readonly int _blocks, _length;

    private BlockSums(int rows, int blocks, int length)
    {
        (Rows, _blocks, _length) = (rows, blocks, length);
        (_sums, _squares) = (new double[rows * blocks], new double[rows * blocks]);
    }

    /// <summary>The number of backtests.</summary>
    public int Rows { get; }

    public static BlockSums Of(ReturnMatrix matrix, double riskFree, int blocks, IndexLoop loop)
    {
        var sums = new BlockSums(matrix.Count, blocks, matrix.Bars / blocks);
        var first = matrix.Bars - blocks * sums._length;
        loop(matrix.Count, row =>
        {
            for (var block = 0; block < blocks; block++)
            {
                var (sum, squares) = (0.0, 0.0);
                foreach (var value in matrix.Rows[row].AsSpan(first + block * sums._length, sums._length))
                {
                    sum += value - riskFree;
                    squares += (value - riskFree) * (value - riskFree);
                }

                (sums._sums[row * blocks + block], sums._squares[row * blocks + block]) = (sum, squares);
            }
        });
        return sums;
    }

    /// <summary>The Sharpe ratio of a bar over the blocks whose bit is set; 0 where nothing moved.</summary>
    public double Sharpe(int row, int choice)
    {
        var (sum, squares, count) = (0.0, 0.0, 0);
        for (var block = 0; block < _blocks; block++)
        {
            if ((choice >> block & 1) == 0) continue;
            sum += _sums[row * _blocks + block];
            squares += _squares[row * _blocks + block];
            count += _length;
        }

        var returns = new ReturnSums(count, sum, squares, 0);
        return returns.Deviation is > 0 and var deviation ? returns.Mean / deviation : 0;
    }
}
