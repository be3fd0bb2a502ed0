using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;
using RetroBot.Host.Web;
using RetroBot.Simulation.Tokens;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;

namespace RetroBot.Tests.Catalogs;

/// <summary>The real service and storage with its API set up for two tenants, and an Entra that signs for both.</summary>
internal sealed class OwnersSeat : IAsyncDisposable
{
    public const string Audience = "0a1b2c3d-0000-4000-8000-00000000000a";
    public const string Role = "ProgramOwner";

    private OwnersSeat(TestTime time, EntraAuthority entra, RunningBot bot, Guid tenant, Guid neighbour) => (Time, Entra, Bot, Tenant, Neighbour) = (time, entra, bot, tenant, neighbour);

    public TestTime Time { get; }
    public EntraAuthority Entra { get; }
    public RunningBot Bot { get; }
    public Guid Tenant { get; }

    /// <summary>Another tenant that RetroBot serves.</summary>
    public Guid Neighbour { get; }

    /// <summary>Named in the settings.</summary>
    public static Guid NamedOwner { get; } = Guid.Parse("0a1b2c3d-0000-4000-8000-00000000000b");

    public ICaseStudyStore Studies => Bot.Services.GetRequiredService<ICaseStudyStore>();

    /// <param name="change">What the test puts in place of a part of the service.</param>
    public static async Task<OwnersSeat> StartAsync(StorageEmulator emulator, CancellationToken ct, string? storage = null, Action<IServiceCollection>? change = null)
    {
        var time = new TestTime(World.Start);
        var entra = await EntraAuthority.StartAsync(time, ct);
        var (tenant, neighbour) = (Guid.NewGuid(), Guid.NewGuid());
        var bot = await RunningBot.StartAsync(storage ?? await emulator.ConnectionStringAsync(), StorageEmulator.NewPrefix(), time, Settings(entra, tenant, neighbour), change: Trusting(entra) + change, ct: ct);
        return new OwnersSeat(time, entra, bot, tenant, neighbour);
    }

    public static Dictionary<string, string?> Settings(EntraAuthority entra, params IEnumerable<Guid> tenants)
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["RetroBot:Web:Audience"] = Audience,
            ["RetroBot:Web:Authority"] = entra.Address.ToString(),
            ["RetroBot:ProgramOwners:0"] = NamedOwner.ToString(),
        };
        foreach (var (index, tenant) in tenants.Index()) settings[$"RetroBot:Web:Tenants:{index}"] = tenant.ToString();
        return settings;
    }

    public static Action<IServiceCollection> Trusting(EntraAuthority entra) => services => services.AddHttpClient(EntraDocuments.Client).ConfigurePrimaryHttpMessageHandler(entra.Handler);

    public string Token(Guid? tenant = null, TokenFlaw flaw = TokenFlaw.None) => Entra.Mint(tenant ?? Tenant, Audience, Guid.NewGuid(), [Role], flaw);

    public Task<HttpResponseMessage> GetAsync(string path, string? token, CancellationToken ct)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return Bot.Http.SendAsync(request, ct);
    }

    /// <summary>What a program owner of a tenant downloads.</summary>
    public async Task<byte[]> ExportAsync(string format, CancellationToken ct, Guid? tenant = null)
    {
        using var answer = await GetAsync($"api/catalog.{format}", Token(tenant), ct);
        return await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(ct);
    }

    /// <summary>The rows of the CSV export, each by the names of its columns.</summary>
    public async Task<IReadOnlyList<IReadOnlyDictionary<string, string>>> RowsAsync(CancellationToken ct, Guid? tenant = null) => CsvText.Read(await ExportAsync("csv", ct, tenant));

    public async Task PublishAsync(IEnumerable<CaseStudy> studies, CancellationToken ct)
    {
        foreach (var study in studies) await Studies.AddAsync(study, ct);
    }

    public TeamId Team(string name, Guid? tenant = null) => new(new TenantId((tenant ?? Tenant).ToString()), name);

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await Entra.DisposeAsync();
    }
}
