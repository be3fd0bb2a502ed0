using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RetroBot.Cards.CheckIns;
using RetroBot.Cards.Rounds;
using RetroBot.Core.CheckIns;
using RetroBot.Simulation;
using RetroBot.Simulation.Client;
using RetroBot.Simulation.Connector;
using RetroBot.Simulation.Tokens;
using RetroBot.Tests.Emulator;

namespace RetroBot.Tests.Running;

/// <summary>A team in simulated Teams, the real service on the real emulator, and a clock that the test moves.</summary>
public sealed class World : IAsyncDisposable
{
    /// <summary>A Monday at noon, in week 47.</summary>
    public static DateTimeOffset Start { get; } = new(2026, 11, 16, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Work that is not done after this may wait for the clock to move.</summary>
    private static readonly TimeSpan WaitsForTime = TimeSpan.FromMilliseconds(300);

    private readonly TokenAuthority? authority;

    private readonly string storage;
    private readonly string tablePrefix;

    /// <summary>Whether the service and Teams end with this world, or belong to another.</summary>
    private readonly bool isGuest;

    private World(TestTime time, TeamsSimulator teams, SimulatedTeam team, RunningBot bot, TokenAuthority? authority, string storage, string tablePrefix, bool isGuest = false)
    {
        (Time, Teams, Team, Bot, this.authority, this.storage, this.tablePrefix, this.isGuest) = (time, teams, team, bot, authority, storage, tablePrefix, isGuest);
        Lead = As(team.Members[0]);
    }

    /// <summary>What somebody whom AI helped says in the second step, where it does not matter what.</summary>
    public static readonly Dictionary<string, string> Details = new(StringComparer.Ordinal) { ["time"] = "fifteenToSixtyMinutes", ["changes"] = "lessTedious", ["confidence"] = "compared" };

    /// <summary>What the names of the service's tables begin with.</summary>
    public string TablePrefix => tablePrefix;

    public TestTime Time { get; }
    public TeamsSimulator Teams { get; }
    public SimulatedTeam Team { get; }
    public RunningBot Bot { get; }

    public TokenAuthority Authority => authority ?? throw new InvalidOperationException("Nothing is signed in this world.");

    /// <summary>The first member of the team, who installs RetroBot.</summary>
    public TeamsClient Lead { get; }

    /// <param name="storage">The emulator by default; another address of it for a test that comes between.</param>
    /// <param name="change">What the test puts in place of a part of the service.</param>
    /// <param name="settings">Laid over the usual ones.</param>
    /// <param name="start">When the clock begins; <see cref="Start"/> by default.</param>
    /// <param name="settingsFor">The same for settings that name people of the team.</param>
    /// <param name="seed">Of the ids of people, teams and chats; chance by default.</param>
    /// <param name="tables">What the names of the service's tables are to begin with; a beginning of its own by default.</param>
    public static async Task<World> StartAsync(
        StorageEmulator emulator, int members, CancellationToken ct, string? storage = null, Action<IServiceCollection>? change = null, IEnumerable<KeyValuePair<string, string?>>? settings = null, DateTimeOffset? start = null, string? tables = null,
        Func<SimulatedTeam, IEnumerable<KeyValuePair<string, string?>>>? settingsFor = null, int? seed = null)
    {
        var time = new TestTime(start ?? Start);
        var teams = await TeamsSimulator.StartAsync(time: time, cardName: CheckInName.Of, seed: seed, ct: ct);
        var team = NewTeam(teams.AddTenant(), members);
        var (direct, prefix) = (await emulator.ConnectionStringAsync(), tables ?? StorageEmulator.NewPrefix());
        var bot = await RunningBot.StartAsync(storage ?? direct, prefix, time, settingsFor?.Invoke(team) ?? settings, change: change, ct: ct);
        return new World(time, teams, team, bot, authority: null, direct, prefix);
    }

    /// <summary>The same with a registered bot: every activity is signed, and an unsigned one is refused.</summary>
    public static async Task<World> StartSignedAsync(
        StorageEmulator emulator, int members, CancellationToken ct, string environment = "Development", Action<IServiceCollection>? change = null)
    {
        // Tokens are checked against the machine's own clock, by the library.
        var issuer = await TrustedAuthority.StartAsync(ct);
        var teams = await TeamsSimulator.StartAsync(ct: ct);
        var team = NewTeam(teams.AddTenant(), members);
        var (storage, prefix, time) = (await emulator.ConnectionStringAsync(), StorageEmulator.NewPrefix(), new TestTime(Start));
        var bot = await RunningBot.StartAsync(storage, prefix, time, new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["MicrosoftAppType"] = "SingleTenant",
            ["MicrosoftAppId"] = teams.Bot.AppId.ToString(),
            ["MicrosoftAppTenantId"] = Guid.NewGuid().ToString(),
            ["MicrosoftAppPassword"] = "not used",
            ["RetroBot:Address"] = "https://retrobot.example",
            ["ToBotFromChannelOpenIdMetadataUrl"] = issuer.MetadataUrl.ToString(),
            ["ToChannelFromBotLoginUrl"] = "https://login.microsoftonline.com/botframework.com",
            ["ToChannelFromBotOAuthScope"] = "https://api.botframework.com",
            ["OAuthUrl"] = "https://token.botframework.com/",
            ["ToBotFromChannelTokenIssuer"] = TokenAuthority.Issuer,
            ["RetroBot:Teams:ServiceUrls:0"] = teams.ServiceUrl.ToString(),
        }, environment, services =>
        {
            services.AddSingleton<BotFrameworkAuthentication>(provider => new ConfigurationBotFrameworkAuthentication(
                provider.GetRequiredService<IConfiguration>(), new FixedToken(teams.Bot.AppId.ToString()), httpClientFactory: provider.GetRequiredService<IHttpClientFactory>()));
            change?.Invoke(services);
        }, ct);
        return new World(time, teams, team, bot, issuer, storage, prefix);
    }

    /// <summary>Another team in the same service, of an organisation of its own unless one is given.</summary>
    public World Beside(int members, SimulatedTenant? tenant = null) =>
        new(Time, Teams, NewTeam(tenant ?? Teams.AddTenant(), members), Bot, authority, storage, tablePrefix, isGuest: true);

    public TeamsClient As(SimulatedPerson person) => new(Teams, person, Bot.Http, authority);

    public async Task InstallAsync(CancellationToken ct) => await Lead.InstallInTeamAsync(Team, ct: ct);

    /// <summary>Installs RetroBot, and opens a round of which everybody has the card.</summary>
    public async Task OpenAsync(CancellationToken ct)
    {
        await InstallAsync(ct);
        await OpenInstalledAsync(ct);
    }

    public async Task OpenInstalledAsync(CancellationToken ct)
    {
        await Lead.SayInChannelAsync(Team.General, "open now", ct: ct);
        await Bot.WorkAsync(ct);
    }

    public async Task CloseAsync(CancellationToken ct)
    {
        await Lead.SayInChannelAsync(Team.General, "close now", ct: ct);
        await Bot.WorkAsync(ct);
    }

    /// <summary>Lets time pass step by step, and the workers work after each.</summary>
    public async Task PassAsync(TimeSpan time, TimeSpan step, CancellationToken ct)
    {
        for (var end = Time.GetUtcNow() + time; Time.GetUtcNow() < end;)
        {
            Time.Advance(step);
            await FinishAsync(Bot.WorkAsync(ct), ct);
        }
    }

    /// <summary>Lets time pass while work waits for it.</summary>
    public async Task FinishAsync(Task work, CancellationToken ct)
    {
        while (await Task.WhenAny(work, Task.Delay(WaitsForTime, TimeProvider.System, ct)) != work) Time.Advance(TimeSpan.FromSeconds(1));
        await work;
    }

    public async Task<BotAnswer> SetUpAsync(Dictionary<string, string> typed, CancellationToken ct)
    {
        await Lead.SayInChannelAsync(Team.General, "setup", ct: ct);
        return await Lead.PressAsync(Teams.Posts(Team.General)[^1], SetupCard.Verb, typed, ct);
    }

    /// <summary>The latest check-in card in somebody's chat.</summary>
    public ReceivedActivity CardOf(SimulatedPerson person) =>
        Teams.Inbox(person).Last(received => received.Card?.GetRawText().Contains(CheckInCard.Verb, StringComparison.Ordinal) == true);

    public static Task<BotAnswer> ChooseAsync(TeamsClient client, ReceivedActivity card, string outcome, CancellationToken ct) =>
        client.InvokeAsync(card, CheckInCard.Verb, OutcomeOn(card.Card!.Value, outcome), ct);

    /// <summary>Both steps of the check-in, or the first alone.</summary>
    /// <param name="details">Null for an outcome that ends at the first step.</param>
    public static async Task<BotAnswer> AnswerAsync(TeamsClient client, ReceivedActivity card, string outcome, Dictionary<string, string>? details, CancellationToken ct)
    {
        var chosen = await ChooseAsync(client, card, outcome, ct);
        return details is null ? chosen : await client.PressAsync(card, chosen.Card!.Value, CheckInDetailsCard.Verb, details, ct);
    }

    /// <summary>What the card sends when an outcome is pressed.</summary>
    public static JsonObject OutcomeOn(JsonElement card, string outcome) =>
        CardAction.Find(card, CheckInCard.Verb, data => data.GetProperty("outcome").ValueEquals(outcome)).DataWith();

    /// <summary>The sealed answers that lie in storage.</summary>
    public async Task<IReadOnlyList<TableEntity>> AnswerRowsAsync(CancellationToken ct) =>
        [.. (await RowsAsync("rounds", ct)).Where(row => row.RowKey.StartsWith("a|", StringComparison.Ordinal))];

    /// <summary>Every row of one of the service's tables, as it lies in storage.</summary>
    public async Task<IReadOnlyList<TableEntity>> RowsAsync(string table, CancellationToken ct)
    {
        List<TableEntity> rows = [];
        await foreach (var row in Table(table).QueryAsync<TableEntity>(cancellationToken: ct)) rows.Add(row);
        return rows;
    }

    /// <summary>One of the service's tables, without the service.</summary>
    public TableClient Table(string name) => new TableServiceClient(storage).GetTableClient(tablePrefix + name);

    /// <summary>What the only closed round's answers were added up to, as it lies in storage.</summary>
    public async Task<Tally> TallyAsync(CancellationToken ct) =>
        JsonSerializer.Deserialize<Tally>((await RowsAsync("rounds", ct)).Single(row => row.ContainsKey("Tally")).GetString("Tally")!)!;

    /// <summary>Every row of every table that the service has made, with the table's name.</summary>
    public async Task<IReadOnlyList<(string Table, TableEntity Row)>> DumpAsync(CancellationToken ct)
    {
        List<(string, TableEntity)> rows = [];
        await foreach (var table in new TableServiceClient(storage).QueryAsync(cancellationToken: ct))
        {
            if (!table.Name.StartsWith(tablePrefix, StringComparison.Ordinal)) continue;
            var name = table.Name[tablePrefix.Length..];
            rows.AddRange((await RowsAsync(name, ct)).Select(row => (name, row)));
        }
        return rows;
    }

    /// <summary>Writes a row into a table that the service does not have.</summary>
    public async Task MarkAsync(string mark, CancellationToken ct)
    {
        var table = new TableServiceClient(storage).GetTableClient($"{tablePrefix}marks");
        await table.CreateIfNotExistsAsync(ct);
        await table.UpsertEntityAsync(new TableEntity("mark", mark), TableUpdateMode.Replace, ct);
    }

    public async Task<bool> HasTableAsync(string table, CancellationToken ct)
    {
        await foreach (var found in new TableServiceClient(storage).QueryAsync(cancellationToken: ct))
        {
            if (found.Name == tablePrefix + table) return true;
        }
        return false;
    }

    public async ValueTask DisposeAsync()
    {
        if (isGuest) return;
        await Bot.DisposeAsync();
        await Teams.DisposeAsync();
        if (authority is not null) await authority.DisposeAsync();
    }

    private static SimulatedTeam NewTeam(SimulatedTenant tenant, int members)
    {
        var team = tenant.AddTeam("Product team");
        for (var member = 1; member <= members; member++) team.AddPerson($"Member {member}");
        return team;
    }
}
