using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using RetroBot.Cards.CheckIns;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.Catalogs;
using RetroBot.Core.CheckIns;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;
using RetroBot.Simulation.Connector;
using RetroBot.Tests.Contracts;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Local;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Upgrades;

/// <summary>
/// A version goes on with what another has stored, in the middle of a round: after an upgrade, while instances of both run side by side, and after a rollback. <c>Stored/</c> holds what each version
/// that stored something otherwise left behind; the newest is what this version stores.
/// </summary>
public sealed class UpgradeTests(StorageEmulator emulator)
{
    /// <summary>Of all ids in simulated Teams, so that people, teams and chats are those of the files.</summary>
    private const int Seed = 20261122;

    private const int Members = 8;

    /// <summary>The round that is in its middle.</summary>
    private const string Second = "2026-W48";

    /// <summary>The last of them.</summary>
    private const int Paused = Members - 1;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string> Versions => [.. Stored.Names];

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_round_in_its_middle_goes_on_and_nothing_is_lost(string version)
    {
        var stored = await Stored.ReadAsync(version, Ct);
        using var folder = new TemporaryFolder();
        await using var world = await StartAsync(folder, stored.MasterKey, stored.Now);
        await RestoreAsync(world, stored);

        // Cards that lie in people's chats since before: two who had not answered, and one who answers again.
        foreach (var member in (int[])[3, 4, 0])
        {
            var answer = await world.As(world.Team.Members[member]).PostAsync(PressOf(world, member, stored.Presses[member]!), Ct);
            Assert.NotNull(answer.Card);
        }
        world.Time.Advance(TimeSpan.FromDays(2));
        await world.CloseAsync(Ct);

        var second = Assert.Single(await world.RowsAsync("rounds", Ct), row => row.PartitionKey.Contains(Second, StringComparison.Ordinal) && row.ContainsKey("Tally"));
        Assert.Equal(5, JsonSerializer.Deserialize<Tally>(second.GetString("Tally")!)!.Answered);
        Assert.Contains(world.Teams.Posts(world.Team.General), post => post.Card?.GetRawText().Contains(Second, StringComparison.Ordinal) == true);
        Assert.Empty(await world.AnswerRowsAsync(Ct));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task The_next_round_reaches_the_same_people_in_the_chats_that_were_known(string version)
    {
        var stored = await Stored.ReadAsync(version, Ct);
        using var folder = new TemporaryFolder();
        await using var world = await StartAsync(folder, stored.MasterKey, stored.Now);
        await RestoreAsync(world, stored);

        world.Time.Advance(TimeSpan.FromDays(2));
        await world.CloseAsync(Ct);
        world.Time.Advance(TimeSpan.FromDays(5));
        await world.OpenInstalledAsync(Ct);

        Assert.Equal(0, world.Teams.Requests.Count(ConnectorOperation.CreateConversation));
        Assert.All(world.Team.Members.Take(Paused), member => Assert.Single(world.Teams.Inbox(member), card => card.Card?.GetRawText().Contains(CheckInCard.Verb, StringComparison.Ordinal) == true));
        Assert.Empty(world.Teams.Inbox(world.Team.Members[Paused]));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task The_catalog_and_closed_quarters_are_read(string version)
    {
        var stored = await Stored.ReadAsync(version, Ct);
        using var folder = new TemporaryFolder();
        await using var world = await StartAsync(folder, stored.MasterKey, stored.Now);
        await RestoreAsync(world, stored);
        var (tenant, services) = (new TenantId(world.Team.Tenant.Id.ToString()), world.Bot.Services);

        Assert.Equal(Study(world).Story, (await services.GetRequiredService<ICaseStudyStore>().PublishedAsync(tenant, Ct).SingleAsync(Ct)).Story);
        Assert.Equivalent(Samples.Figures(), await services.GetRequiredService<IQuarterStore>().FiguresAsync(tenant, new Quarter(2026, 4), Ct), strict: true);
        Assert.NotNull(await services.GetRequiredService<IQuarterStore>().CombinationsAsync(tenant, new Quarter(2026, 4), Ct));
    }

    /// <summary><c>RETROBOT_STORED=2026-11</c>, or whatever the month is, writes it as a further file. The older ones stay: RetroBot goes on reading them.</summary>
    [Fact]
    public async Task The_newest_file_holds_what_this_version_stores()
    {
        var now = await StoreAsync();
        if (Environment.GetEnvironmentVariable("RETROBOT_STORED") is { Length: > 0 } name) await now.WriteAsync(name, Ct);

        Assert.Equal((await Stored.ReadAsync(Stored.Names[^1], Ct)).Shape, now.Shape);
    }

    /// <summary>A team with a closed round, and three of seven answers in its second one.</summary>
    private async Task<Stored> StoreAsync()
    {
        using var folder = new TemporaryFolder();
        var key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        await using var world = await StartAsync(folder, key, World.Start);
        await world.As(world.Team.Members[Paused]).SayInPersonalAsync("pause", Ct);
        await world.OpenAsync(Ct);
        foreach (var member in world.Team.Members.Take(Paused)) await World.AnswerAsync(world.As(member), world.CardOf(member), "helped", World.Details, Ct);
        var (tenant, services) = (new TenantId(world.Team.Tenant.Id.ToString()), world.Bot.Services);
        await services.GetRequiredService<ICaseStudyStore>().AddAsync(Study(world), Ct);
        await services.GetRequiredService<IQuarterStore>().AddFiguresAsync(tenant, new Quarter(2026, 4), Samples.Figures(), Ct);
        await services.GetRequiredService<IQuarterStore>().AddCombinationsAsync(tenant, new Quarter(2026, 4), new HashSet<Combination> { Combination.Blank }, Ct);
        await world.CloseAsync(Ct);
        world.Time.Advance(TimeSpan.FromDays(7));
        await world.OpenInstalledAsync(Ct);
        foreach (var member in world.Team.Members.Take(3)) await World.AnswerAsync(world.As(member), world.CardOf(member), "rightlyNotUsed", details: null, Ct);
        return new Stored(
            world.Time.GetUtcNow(), world.Teams.ServiceUrl, key,
            [.. world.Team.Members.Select((member, index) => index == Paused ? null : (JsonNode)World.OutcomeOn(world.CardOf(member).Card!.Value, "nothingToReport"))],
            [.. (await world.DumpAsync(Ct)).Select(row => StoredRow.Of(row.Table, row.Row))]);
    }

    private async Task<World> StartAsync(TemporaryFolder folder, string masterKey, DateTimeOffset start)
    {
        var file = Path.Combine(folder.Path, "master.key");
        await File.WriteAllTextAsync(file, masterKey, Ct);
        var world = await World.StartAsync(emulator, Members, Ct, settings: new Dictionary<string, string?>(StringComparer.Ordinal) { ["RetroBot:MasterKey:File"] = file }, start: start, seed: Seed);
        // In this order, since who is written to first is a matter of chance; to compose is to open the chat.
        foreach (var member in world.Team.Members) world.As(member).Compose.PersonalMessage("hello");
        return world;
    }

    private static async Task RestoreAsync(World world, Stored stored)
    {
        world.Team.HasTheBot = true;
        foreach (var table in stored.Rows.Select(row => row.Table).Distinct(StringComparer.Ordinal)) await world.Table(table).CreateIfNotExistsAsync(Ct);
        // Simulated Teams has another address each time it is started.
        foreach (var row in stored.Rows) await world.Table(row.Table).UpsertEntityAsync(row.Entity(text => text.Replace(stored.ServiceUrl.ToString(), world.Teams.ServiceUrl.ToString(), StringComparison.Ordinal)), TableUpdateMode.Replace, Ct);
    }

    /// <summary>A press on a card that simulated Teams of this run did not deliver.</summary>
    private static JsonObject PressOf(World world, int member, JsonNode data)
    {
        var press = world.As(world.Team.Members[member]).Compose.PersonalMessage("");
        (press["type"], press["name"], press["replyToId"]) = ("invoke", "adaptiveCard/action", "1");
        press["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = CheckInCard.Verb, ["data"] = data.DeepClone() }, ["trigger"] = "manual" };
        return press;
    }

    private static CaseStudy Study(World world) => Samples.CaseStudy(1, new TeamId(new TenantId(world.Team.Tenant.Id.ToString()), world.Team.Id), new RoundName(2026, 47)) with { VoteKey = null };
}
