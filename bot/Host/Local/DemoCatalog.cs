using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime.Extensions;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.Rounds;
using RetroBot.Host.Search;

namespace RetroBot.Host.Local;

/// <summary>Case studies of two made-up teams, so that a developer finds something in the catalog. They are of quarters that are over; a second start adds nothing.</summary>
internal sealed class DemoCatalog(ICaseStudyStore studies, CatalogIndexes indexes, TimeProvider time) : IHostedService
{
    private static readonly TeamId[] Teams = [new(DemoTenant.Id, "19:1d5e8c2b7a9f4036b8e1c4d7a0f3962e@thread.tacv2"), new(DemoTenant.Id, "19:7c0a3f9e5b1d4826a9f2d5e8b1c4a073@thread.tacv2")];

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var quarter = Quarter.Of(time.GetUtcNow().ToInstant().InUtc().Date);
        foreach (var (number, study) in Read().Index()) await studies.AddAsync(Published(study, Teams[number % Teams.Length], study.QuartersAgo == 1 ? quarter.Before : quarter.Before.Before), cancellationToken);
        await indexes.RunOnceAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static CaseStudy Published(DemoCaseStudy study, TeamId team, Quarter quarter)
    {
        var id = SHA256.HashData(Encoding.UTF8.GetBytes(study.Title));
        return new CaseStudy(
            new CaseStudyId(team, Convert.ToHexStringLower(id[..16])), study.Story, Signature: null, quarter, new WithdrawHash(Convert.ToHexStringLower(id)), RoundName.Of(quarter.LastDay), VoteKey: null, study.Support);
    }

    private static DemoCaseStudy[] Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("demo-catalog.json") ?? throw new InvalidOperationException("The demo's case studies are not embedded.");
        return JsonSerializer.Deserialize<DemoCaseStudy[]>(stream, Format) ?? [];
    }
}
