using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime.Extensions;
using RetroBot.Core.Catalogs;
using RetroBot.Core.CaseStudies;

namespace RetroBot.Host.Local;

/// <summary>What the answers of made-up teams add up to, so that a developer finds something on the page about the organisation. A second start adds nothing.</summary>
internal sealed class DemoOrganisation(IQuarterStore quarters, TimeProvider time) : IHostedService
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var quarter = ClosedQuarters.LatestAt(time.GetUtcNow().ToInstant());
        foreach (var figures in Read())
        {
            await quarters.AddFiguresAsync(DemoTenant.Id, quarter, new OrganisationFigures(quarter.ToString(), figures), cancellationToken);
            quarter = quarter.Before;
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <returns>The latest quarter first.</returns>
    private static OrganisationFigure[][] Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("demo-organisation.json") ?? throw new InvalidOperationException("The demo's figures are not embedded.");
        return JsonSerializer.Deserialize<OrganisationFigure[][]>(stream, Format) ?? [];
    }
}
