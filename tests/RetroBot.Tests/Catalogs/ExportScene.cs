using Microsoft.Extensions.DependencyInjection;
using RetroBot.Cards.Catalogs;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;
using RetroBot.Host.Catalogs;
using RetroBot.Simulation.Client;
using RetroBot.Simulation.Connector;
using RetroBot.Simulation.Files;
using RetroBot.Simulation.Tokens;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;

namespace RetroBot.Tests.Catalogs;

/// <summary>A program owner in simulated Teams with a OneDrive, the real service and storage, and its API beside.</summary>
internal sealed class ExportScene : IAsyncDisposable
{
    private readonly EntraAuthority entra;

    private ExportScene(World world, SimulatedDrive drive, EntraAuthority entra) => (World, Drive, this.entra) = (world, drive, entra);

    public World World { get; }
    public SimulatedDrive Drive { get; }

    public TeamsClient Owner => World.Lead;

    public TeamsClient Somebody => World.As(World.Team.Members[1]);

    public IReadOnlyList<ReceivedActivity> OwnersChat => World.Teams.Inbox(Owner.Person);

    public ExportWorker Worker => World.Bot.Services.GetRequiredService<ExportWorker>();

    /// <param name="knowsDrive">Whether files may be put into the simulated drive; it is no SharePoint.</param>
    public static async Task<ExportScene> StartAsync(StorageEmulator emulator, CancellationToken ct, Action<IServiceCollection>? change = null, string? storage = null, bool knowsDrive = true)
    {
        var drive = await SimulatedDrive.StartAsync(ct);
        var issuer = await EntraAuthority.StartAsync(new TestTime(World.Start), ct);
        var world = await World.StartAsync(emulator, members: 3, ct, storage, OwnersSeat.Trusting(issuer) + change, settingsFor: team =>
        [
            .. OwnersSeat.Settings(issuer, team.Tenant.Id).Where(setting => setting.Key != "RetroBot:ProgramOwners:0"),
            new("RetroBot:ProgramOwners:0", team.Members[0].ObjectId.ToString()),
            .. knowsDrive ? [new("RetroBot:Teams:UploadUrls:0", drive.Address.AbsoluteUri)] : Array.Empty<KeyValuePair<string, string?>>(),
        ]);
        return new ExportScene(world, drive, issuer);
    }

    public async Task PublishAsync(int number, CancellationToken ct)
    {
        var studies = World.Bot.Services.GetRequiredService<ICaseStudyStore>();
        foreach (var study in Enumerable.Range(0, number)) await studies.AddAsync(SampleStudies.Published(Team, study, title: $"Release notes {study}, \"quoted\" 漢字"), ct);
    }

    public TeamId Team => new(new TenantId(World.Team.Tenant.Id.ToString()), World.Team.Id);

    /// <summary>The owner writes the command and chooses a format; the message that offers the file.</summary>
    public async Task<ReceivedActivity> OfferedAsync(string format, CancellationToken ct)
    {
        await Owner.SayInPersonalAsync("export", ct);
        await ChooseAsync(format, ct);
        await World.FinishAsync(Worker.RunOnceAsync(ct), ct);
        return OwnersChat.Last(message => FileOffer.Find(message) is not null);
    }

    public Task<BotAnswer> ChooseAsync(string format, CancellationToken ct)
    {
        var card = OwnersChat.Last(message => message.Card is { } shown && CardAction.AllOn(shown).Any(action => action.Verb == ExportCard.Verb && action.Data.TryGetProperty("format", out _)));
        return Owner.InvokeAsync(card, ExportCard.Verb, CardAction.Find(card.Card!.Value, ExportCard.Verb, data => data.GetProperty("format").ValueEquals(format)).DataWith(), ct);
    }

    /// <summary>The owner accepts, and what follows is done.</summary>
    /// <returns>The message that offered the file, as it stands then.</returns>
    public async Task<ReceivedActivity> AcceptAsync(ReceivedActivity offer, CancellationToken ct)
    {
        await Owner.AcceptFileAsync(offer, Drive, ct);
        await World.FinishAsync(Worker.RunOnceAsync(ct), ct);
        return Now(offer);
    }

    /// <summary>Has the drive take its time with everything it is asked.</summary>
    /// <returns>What ends when it has been asked, and what has it answer.</returns>
    public (Task Asked, Action Release) HoldDrive()
    {
        var (asked, released) = (new TaskCompletionSource(), new TaskCompletionSource());
        Drive.Before = () =>
        {
            asked.TrySetResult();
            return released.Task;
        };
        return (asked.Task, released.SetResult);
    }

    /// <summary>A message as it stands now.</summary>
    public ReceivedActivity Now(ReceivedActivity message) => OwnersChat.Single(now => now.Id == message.Id);

    /// <summary>What a program owner downloads from the API.</summary>
    public async Task<byte[]> DownloadedAsync(string format, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"api/catalog.{format}", UriKind.Relative));
        request.Headers.Authorization = new("Bearer", entra.Mint(World.Team.Tenant.Id, OwnersSeat.Audience, Guid.NewGuid(), [OwnersSeat.Role]));
        using var answer = await World.Bot.Http.SendAsync(request, ct);
        return await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(ct);
    }

    public async ValueTask DisposeAsync()
    {
        await World.DisposeAsync();
        await Drive.DisposeAsync();
        await entra.DisposeAsync();
    }
}
