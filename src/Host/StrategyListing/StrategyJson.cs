using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Backtest.Engine.Parameters;
using Backtest.Engine.Signals;

namespace Backtest.Host.StrategyListing;

/// <summary>Strategies for programs: an array with an object a strategy.</summary>
internal static class StrategyJson
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text.</summary>
    public static string Of(IReadOnlyList<StrategyDeclaration> strategies) =>
        new JsonArray([.. strategies.Select(Node)]).ToJsonString(Options) + "\n";

    private static JsonNode Node(StrategyDeclaration strategy) => new JsonObject
    {
        ["name"] = strategy.Name,
        ["version"] = strategy.Version,
        ["summary"] = strategy.Summary,
        ["source"] = strategy.Source,
        ["parameters"] = new JsonArray([.. strategy.Parameters.Select(Node)]),
    };

    private static JsonNode Node(ParameterDeclaration parameter)
    {
        var isText = parameter.Choices is not null;
        var node = new JsonObject
        {
            ["name"] = parameter.Name,
            ["summary"] = parameter.Summary,
            ["type"] = isText ? "text" : parameter.WholeNumber ? "whole" : "number",
            ["default"] = isText ? parameter.Default.Text : JsonValue.Create(parameter.Default.Number),
        };
        if (isText) node["choices"] = new JsonArray([.. parameter.Choices!.Select(choice => JsonValue.Create(choice))]);
        if (double.IsFinite(parameter.Minimum)) node["minimum"] = parameter.Minimum;
        if (double.IsFinite(parameter.Maximum)) node["maximum"] = parameter.Maximum;
        return node;
    }
}
