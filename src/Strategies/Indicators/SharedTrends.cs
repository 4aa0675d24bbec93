using Backtest.Engine.Signals;

namespace Backtest.Strategies.Indicators;

/// <summary>Trends, turns and levels of a market's bars, computed once for all backtests that ask for the same ones.</summary>
public static class SharedTrends
{
    /// <summary>Average directional index: index, +DI, -DI.</summary>
    public static double[][] Adx(this MarketView market, int period = 14) => market.Many(
        new ColumnKey("adx", period), 3,
        static (market, key, columns) =>
            AverageDirectionalIndex.Write(market.High, market.Low, market.Close, (int)key.First, columns[0], columns[1], columns[2]));

    /// <summary>Aroon: up, down, oscillator.</summary>
    public static double[][] Aroon(this MarketView market, int period = 25) => market.Many(
        new ColumnKey("aroon", period), 3,
        static (market, key, columns) => Indicators.Aroon.Write(market.High, market.Low, (int)key.First, columns[0], columns[1], columns[2]));

    /// <summary>Vertical horizontal filter of the close.</summary>
    public static ReadOnlySpan<double> Vhf(this MarketView market, int period = 28) => market.One(
        new ColumnKey("vhf", period),
        static (market, key, column) => VerticalHorizontalFilter.Write(market.Close, (int)key.First, column));

    /// <summary>Parabolic stop and reverse.</summary>
    public static ReadOnlySpan<double> Sar(this MarketView market, double acceleration = 0.02, double maximum = 0.2) => market.One(
        new ColumnKey("sar", acceleration, maximum),
        static (market, key, column) => ParabolicStopAndReverse.Write(market.High, market.Low, key.First, key.Second, column));

    /// <summary>SuperTrend: line, then direction, 1 or -1.</summary>
    public static double[][] SuperTrend(this MarketView market, int period = 10, double width = 3) => market.Many(
        new ColumnKey("supertrend", period, width), 2,
        static (market, key, columns) =>
            Indicators.SuperTrend.Write(market.High, market.Low, market.Close, (int)key.First, key.Second, columns[0], columns[1]));

    /// <summary>Ichimoku cloud without look-ahead: conversion line, base line, span A, span B.</summary>
    public static double[][] Ichimoku(this MarketView market, int conversionPeriod = 9, int basePeriod = 26, int spanPeriod = 52) => market.Many(
        new ColumnKey("ichimoku", conversionPeriod, basePeriod, spanPeriod), 4,
        static (market, key, columns) => IchimokuCloud.Write(
            market.High, market.Low, (int)key.First, (int)key.Second, (int)key.Third, columns[0], columns[1], columns[2], columns[3]));

    /// <summary>Chandelier exit: exit of a long trade, then of a short one.</summary>
    public static double[][] Chandelier(this MarketView market, int period = 22, double width = 3) => market.Many(
        new ColumnKey("chandelier", period, width), 2,
        static (market, key, columns) =>
            ChandelierExit.Write(market.High, market.Low, market.Close, (int)key.First, key.Second, columns[0], columns[1]));

    /// <summary>Vortex indicator: plus, then minus.</summary>
    public static double[][] Vortex(this MarketView market, int period = 14) => market.Many(
        new ColumnKey("vortex", period), 2,
        static (market, key, columns) => VortexIndicator.Write(market.High, market.Low, market.Close, (int)key.First, columns[0], columns[1]));

    /// <summary>Mass index.</summary>
    public static ReadOnlySpan<double> MassIndex(this MarketView market, int period = 25, int average = 9) => market.One(
        new ColumnKey("mass-index", period, average),
        static (market, key, column) => Indicators.MassIndex.Write(market.High, market.Low, (int)key.First, (int)key.Second, column));

    /// <summary>Choppiness index.</summary>
    public static ReadOnlySpan<double> Choppiness(this MarketView market, int period = 14) => market.One(
        new ColumnKey("choppiness", period),
        static (market, key, column) => ChoppinessIndex.Write(market.High, market.Low, market.Close, (int)key.First, column));

    /// <summary>Elder ray: bull power, then bear power.</summary>
    public static double[][] ElderRay(this MarketView market, int period = 13) => market.Many(
        new ColumnKey("elder-ray", period), 2,
        static (market, key, columns) => Indicators.ElderRay.Write(market.High, market.Low, market.Close, (int)key.First, columns[0], columns[1]));

    /// <summary>Heikin-ashi bars: open, high, low, close.</summary>
    public static double[][] HeikinAshi(this MarketView market) => market.Many(
        new ColumnKey("heikin-ashi"), 4,
        static (market, _, columns) =>
            Indicators.HeikinAshi.Write(market.Open, market.High, market.Low, market.Close, columns[0], columns[1], columns[2], columns[3]));

    /// <summary>Pivot points of the bar before: pivot, supports 1 to 3, resistances 1 to 3.</summary>
    public static double[][] Pivots(this MarketView market) => market.Many(
        new ColumnKey("pivots"), 7,
        static (market, _, columns) => PivotPoints.Write(
            market.High, market.Low, market.Close, columns[0], columns[1], columns[2], columns[3], columns[4], columns[5], columns[6]));
}
