using System.Text.Json;
using Backtest.Storage.Export;
using static Backtest.Storage.Tests.Examples.ResultStudy;

namespace Backtest.Storage.Tests.Export;

public sealed class JsonExportTests
{
    [Fact]
    public void EachRowIsAnObjectOnALineWithTheColumnsOfTheCsv()
    {
        using var table = ExportTable.Mixed();

        var text = Write(table);

        Assert.Equal(table.Table.Count + 2, text.TrimEnd('\n').Split('\n').Length);
        using var json = JsonDocument.Parse(text);
        Assert.All(json.RootElement.EnumerateArray(), row =>
            Assert.Equal(table.Table.Columns.All.Select(column => column.Name), row.EnumerateObject().Select(member => member.Name)));
    }

    [Fact]
    public void ValuesHaveTheirTypesAndUndefinedOnesAreNull()
    {
        using var table = ExportTable.Mixed();
        using var json = JsonDocument.Parse(Write(table));
        var (done, failed) = (json.RootElement[0], json.RootElement[2]);

        Assert.Equal(1.5, done.GetProperty("sharpe").GetDouble());
        Assert.Equal(2, done.GetProperty("trades").GetInt32());
        Assert.Equal("all", done.GetProperty("window").GetString());
        string[] notDefined = ["sortino", "profit_factor", "mode", "level", "error"], notComputed = ["bars", "trades", "sharpe", "fast"];
        Assert.All(notDefined, name => Assert.Equal(JsonValueKind.Null, done.GetProperty(name).ValueKind));
        Assert.All(notComputed, name => Assert.Equal(JsonValueKind.Null, failed.GetProperty(name).ValueKind));
        Assert.Equal("System.Exception: a \"b\", c", failed.GetProperty("error").GetString());
        Assert.Equal(("failed", 3), (failed.GetProperty("status").GetString(), failed.GetProperty("parameter_window").GetInt32()));
    }

    [Fact]
    public void WithoutRowsItIsAnEmptyArray()
    {
        using var table = new ExportTable(Crosses(1));
        using var json = JsonDocument.Parse(Write(table));

        Assert.Equal(0, json.RootElement.GetArrayLength());
    }

    private static string Write(ExportTable table)
    {
        var text = new StringWriter();
        ResultExport.Write(text, ExportFormat.Json, table.Rows, table.Table.Columns.All);
        return text.ToString();
    }
}
