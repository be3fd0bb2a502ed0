using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Extensions;
using RetroBot.Core.Deliveries;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;
using RetroBot.Host.Rounds;
using RetroBot.Simulation;
using RetroBot.Simulation.Connector;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Deliveries;

/// <summary>What tests of sending do with a team, and look at.</summary>
internal static class Sending
{
    /// <summary>The round of the current week.</summary>
    public static RoundId Round(this World world) =>
        new(new TeamId(new TenantId($"{world.Team.Tenant.Id}"), world.Team.Id), RoundName.Of(world.Time.GetUtcNow().ToInstant().InUtc().Date));

    public static async Task<Team> StoredTeamAsync(this World world, CancellationToken ct) =>
        (await world.Bot.Services.GetRequiredService<ITeamStore>().FindAsync(world.Round().Team, ct))!.Value;

    /// <summary>Opens a round whose cards are sent by nobody yet.</summary>
    public static async Task OpenUnsentAsync(this World world, CancellationToken ct)
    {
        await world.Lead.SayInChannelAsync(world.Team.General, "open now", ct: ct);
        await world.Bot.Services.GetRequiredService<RoundWorker>().RunOnceAsync(ct);
    }

    public static async Task WorkAfterAsync(this World world, TimeSpan passed, CancellationToken ct)
    {
        world.Time.Advance(passed);
        await world.Bot.WorkAsync(ct);
    }

    /// <summary>Another process on the same tables, with the same master key.</summary>
    public static Task<RunningBot> SecondInstanceAsync(this World world, CancellationToken ct, Action<IServiceCollection>? change = null)
    {
        var settings = world.Bot.Services.GetRequiredService<IConfiguration>();
        const string masterKey = "RetroBot:MasterKey:File";
        return RunningBot.StartAsync(settings["Storage:ConnectionString"]!, settings["Storage:TablePrefix"]!, world.Time,
            [new KeyValuePair<string, string?>(masterKey, settings[masterKey])], change: change, ct: ct);
    }

    /// <summary>At every card, whoever gets it.</summary>
    public static void OnSends(this World world, Action happens) =>
        world.Teams.Faults.Add(Fault.LosesTheAnswer(), on: request =>
        {
            if (request is { IsSend: true, Person: not null }) happens();
            return false;
        });

    public static async Task<IReadOnlyList<Delivery>> LinesAsync(this World world, CancellationToken ct) =>
        await world.Bot.Services.GetRequiredService<ILedger>().OfAsync(world.Round(), ct).Select(line => line.Value).ToListAsync(ct);

    public static async Task<DeliveryState> StateOfAsync(this World world, SimulatedPerson person, CancellationToken ct) =>
        (await world.LinesAsync(ct)).Single(line => line.User.Value == $"{person.ObjectId}").State;

    public static async Task<bool> IsDeliveredAsync(this World world, CancellationToken ct) =>
        (await world.Bot.Services.GetRequiredService<IRoundStore>().FindAsync(world.Round(), ct))!.Value.Delivered;

    /// <summary>The numbers of the status card, with their reasons.</summary>
    public static async Task<string> StatusAsync(this World world, CancellationToken ct)
    {
        await world.Lead.SayInChannelAsync(world.Team.General, "status", ct: ct);
        var sets = world.Teams.Posts(world.Team.General)[^1].Card!.Value.GetProperty("body").EnumerateArray().Where(element => element.GetProperty("type").ValueEquals("FactSet"));
        return string.Join(", ", sets.SelectMany(set => set.GetProperty("facts").EnumerateArray()).Select(fact => $"{fact.GetProperty("title")}: {fact.GetProperty("value")}"));
    }

    public static void AssertEverybodyHasOneCard(this World world) =>
        Assert.All(world.Team.Members, member => Assert.Single(world.Teams.Inbox(member)));
}
