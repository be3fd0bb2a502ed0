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
        foreach (var demo in Read())
        {
            await quarters.AddFiguresAsync(DemoTenant.Id, quarter, new OrganisationFigures(quarter.ToString(), demo.Figures) { OptOuts = demo.OptOuts }, cancellationToken);
            quarter = quarter.Before;
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <returns>The latest quarter first.</returns>
    private static DemoQuarter[] Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("demo-organisation.json") ?? throw new InvalidOperationException("The demo's figures are not embedded.");
        return JsonSerializer.Deserialize<DemoQuarter[]>(stream, Format) ?? [];
    }

    private sealed record DemoQuarter(OrganisationFigure[] Figures, OptOutFigure[] OptOuts);
}
