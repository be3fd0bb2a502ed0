using System.IO.Pipelines;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;
using RetroBot.Host.Catalogs;
using RetroBot.Host.Web;
using RetroBot.Simulation;
using RetroBot.Tests.Catalogs;
using RetroBot.Tests.Running;

namespace RetroBot.Tests.Attacks;

/// <summary>Everything that a program owner of one organisation gets to see: the exports, byte for byte as the service writes them for whoever its door has let in.</summary>
/// <param name="organisation">One without simulated people by default.</param>
internal sealed class OwnersView(World world, SimulatedTenant? organisation = null)
{
    private readonly TenantId tenant = new((organisation?.Id ?? Guid.NewGuid()).ToString());

    public TeamId Team(string name) => new(tenant, name);

    public async Task PublishAsync(IEnumerable<CaseStudy> studies, CancellationToken ct)
    {
        foreach (var study in studies) await world.Bot.Services.GetRequiredService<ICaseStudyStore>().AddAsync(study, ct);
    }

    public async Task WithdrawAsync(CaseStudyId id, CancellationToken ct)
    {
        var store = world.Bot.Services.GetRequiredService<ICaseStudyStore>();
        await store.RemoveAsync((await store.FindAsync(id, ct))!, ct);
    }

    public async Task<byte[]> ExportAsync(string format, CancellationToken ct)
    {
        using var file = new MemoryStream();
        var (services, to) = (world.Bot.Services, PipeWriter.Create(file, new StreamPipeWriterOptions(leaveOpen: true)));
        await services.GetServices<ICatalogWriter>().Single(writer => writer.Extension == format).WriteAsync(services.GetRequiredService<CatalogExport>().RowsAsync(tenant, period: null, ct), to, ct);
        await to.CompleteAsync();
        return file.ToArray();
    }

    /// <summary>What the answers of all teams add up to.</summary>
    public async Task<JsonElement> FiguresAsync(CancellationToken ct)
    {
        using var body = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = world.Bot.Services, RequestAborted = ct, Response = { Body = body } };
        context.Features.Set(new Reader(tenant, new UserId("owner"), IsOwner: true));
        await (await world.Bot.Services.GetRequiredService<OrganisationEndpoint>().HandleAsync(context)).ExecuteAsync(context);
        using var report = JsonDocument.Parse(body.ToArray());
        return report.RootElement.Clone();
    }

    public async Task<IReadOnlyList<IReadOnlyDictionary<string, string>>> RowsAsync(CancellationToken ct) => CsvText.Read(await ExportAsync("csv", ct));
}
