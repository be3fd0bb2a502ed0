using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using RetroBot.Host.Telemetry;
using RetroBot.Tests.Infra;
using RetroBot.Tests.Walls;
using Xunit;

namespace RetroBot.Tests.Telemetry;

/// <summary>What an operator reads of numbers, on the dashboard and in the documents, is what there is.</summary>
public sealed partial class MeasuresInDocumentsTests : IDisposable
{
    /// <summary>Of the rows that Azure Monitor keeps, as far as queries look at them.</summary>
    private static readonly string[] Tables = ["AppMetrics", "AppRequests", "AppServiceConsoleLogs"];

    private readonly ServiceProvider services;
    private readonly Gauges gauges;

    public MeasuresInDocumentsTests()
    {
        services = Gauges.Alone();
        gauges = new Gauges(services);
    }

    [Fact]
    public void The_dashboard_shows_every_number_that_there_is_and_no_other()
    {
        var queries = Queries();

        Assert.Equal(gauges.Instruments.Keys, queries.SelectMany(query => Metric().Matches(query)).Select(match => match.Value.Trim('\'')).Where(name => !IsTag(name)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Assert.All(queries, query => Assert.Contains(query.Split('\n')[0], Tables, StringComparer.Ordinal));
    }

    [Fact]
    public void The_dashboard_asks_for_tags_that_there_are()
    {
        var sources = string.Concat(Repository.Files().Where(path => path.StartsWith("bot/Host/Telemetry/", StringComparison.Ordinal)).Select(Repository.Read));
        var asked = Queries().SelectMany(query => Tag().Matches(query)).Select(match => match.Groups["tag"].Value).Distinct(StringComparer.Ordinal).ToList();

        Assert.True(asked.Count >= 6, $"Only {asked.Count} were found.");
        Assert.All(asked, tag => Assert.Contains($"\"{tag}\"", sources, StringComparison.Ordinal));
    }

    [Fact]
    public void The_dashboard_is_what_is_deployed() => Assert.Contains("loadTextContent('../dashboard/workbook.json')", InfraFiles.All["modules/dashboard.bicep"], StringComparison.Ordinal);

    [Fact]
    public void The_document_tells_of_every_number_with_its_unit()
    {
        var told = Row().Matches(Repository.Read("docs/telemetry.md").ReplaceLineEndings("\n")).ToDictionary(row => row.Groups["name"].Value, row => (string?)row.Groups["unit"].Value, StringComparer.Ordinal);

        Assert.Equal(gauges.Instruments.ToDictionary(one => one.Key, one => one.Value.Unit, StringComparer.Ordinal), told);
    }

    [Fact]
    public void Names_and_units_are_as_OpenTelemetry_wants_them()
    {
        Assert.All(gauges.Instruments.Keys, name => Assert.Matches(@"^retrobot(\.[a-z]+)+$", name));
        Assert.All(gauges.Instruments.Values, instrument => Assert.Matches(@"^(s|\{[a-z]+\})$", instrument.Unit));
        Assert.All(gauges.Instruments.Values, instrument => Assert.NotEmpty(instrument.Description!));
    }

    public void Dispose()
    {
        gauges.Dispose();
        services.Dispose();
    }

    private static List<string> Queries()
    {
        using var workbook = JsonDocument.Parse(Repository.Read("infra/dashboard/workbook.json"));
        return [.. workbook.RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("content")).Where(content => content.TryGetProperty("query", out _)).Select(content => content.GetProperty("query").GetString()!)];
    }

    private static bool IsTag(string name) => Queries().Any(query => query.Contains($"Properties['{name}']", StringComparison.Ordinal));

    [GeneratedRegex(@"'retrobot\.[a-z._]+'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Metric();

    [GeneratedRegex(@"Properties\['(?<tag>[^']+)'\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex(@"^\| `(?<name>retrobot\.[a-z.]+)` \| `(?<unit>[^`]+)` \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Row();
}
