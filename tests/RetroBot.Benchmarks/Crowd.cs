using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using NodaTime.Extensions;
using RetroBot.Core.Deliveries;
using RetroBot.Core.People;
using RetroBot.Host.Storage;
using RetroBot.Simulation;
using RetroBot.Simulation.Client;

namespace RetroBot.Benchmarks;

/// <summary>Teams of tenants of their own, with RetroBot in them, to all of whose members RetroBot has written before.</summary>
internal sealed class Crowd
{
    private const int AtOnce = 16;

    private readonly IReadOnlyList<TeamsClient> leads;

    private Crowd(IReadOnlyList<SimulatedTeam> teams, IReadOnlyList<TeamsClient> leads) => (Teams, this.leads) = (teams, leads);

    public IReadOnlyList<SimulatedTeam> Teams { get; }

    public IEnumerable<SimulatedPerson> People => Teams.SelectMany(team => team.Members);

    /// <param name="people">In each team.</param>
    public static async Task<Crowd> GatherAsync(int teams, int people, TeamsSimulator simulator, HttpClient bot, Storage storage, CancellationToken ct)
    {
        List<SimulatedTeam> gathered = [];
        List<TeamsClient> installers = [];
        for (var number = 1; number <= teams; number++)
        {
            var team = simulator.AddTenant().AddTeam($"Team {number}");
            for (var member = 1; member <= people; member++) team.AddPerson($"Member {member}");
            var lead = new TeamsClient(simulator, team.Members[0], bot);
            await lead.InstallInTeamAsync(team, ct: ct);
            gathered.Add(team);
            installers.Add(lead);
        }

        var crowd = new Crowd(gathered, installers);
        await crowd.MakeChatsKnownAsync(simulator, storage, ct);
        return crowd;
    }

    public async Task OpenAsync(CancellationToken ct)
    {
        foreach (var (lead, team) in leads.Zip(Teams)) await lead.SayInChannelAsync(team.General, "open now", ct: ct);
    }

    /// <summary>As an earlier round leaves it behind.</summary>
    private async Task MakeChatsKnownAsync(TeamsSimulator simulator, Storage storage, CancellationToken ct)
    {
        using var http = new HttpClient { BaseAddress = simulator.ServiceUrl };
        using var recent = new RecentRows(TimeProvider.System);
        var chats = new ChatStore(new Tables(new TableServiceClient(storage.ConnectionString), prefix: "", recent, TimeProvider.System));
        var today = TimeProvider.System.GetUtcNow().ToInstant().InUtc().Date;
        await Parallel.ForEachAsync(People, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, async (person, token) =>
        {
            var parameters = new JsonObject { ["members"] = new JsonArray(new JsonObject { ["id"] = person.Id }), ["tenantId"] = $"{person.Tenant.Id}" };
            using var created = await http.PostAsJsonAsync(new Uri("v3/conversations", UriKind.Relative), parameters, token);
            var chat = (await created.Content.ReadFromJsonAsync<JsonObject>(token))!["id"]!.GetValue<string>();
            var (tenant, user) = (new TenantId($"{person.Tenant.Id}"), new UserId($"{person.ObjectId}"));
            await chats.SaveAsync(tenant, user, new Chat(chat, Barrier: null), today, (await chats.OfAsync(tenant, user, token)).Version, token);
        });
    }
}
