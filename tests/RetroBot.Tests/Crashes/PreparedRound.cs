using System.Security.Cryptography;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using RetroBot.Cards.CaseStudies;
using RetroBot.Core.CheckIns;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;
using RetroBot.Host.Retention;
using RetroBot.Host.Storage;
using RetroBot.Simulation;
using RetroBot.Tests.CaseStudies;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;

namespace RetroBot.Tests.Crashes;

/// <summary>
/// A round that seven of eight people have answered, which asks how mandatory using AI feels, in a team that has read one digest, whose case study is voted on; four more wait
/// for this one. Made once by the real service, to be closed many times from copies.
/// </summary>
/// <remarks>A copy has tables and a channel of its own; tenant, team and round are the same, so that the round's key opens it.</remarks>
internal sealed class PreparedRound : IAsyncDisposable
{
    /// <summary>The one that is voted on.</summary>
    public const string Earlier = "Summaries of long threads";

    private static readonly TimeSpan Delivery = TimeSpan.FromMinutes(5);

    /// <summary>From the first round to the first that asks.</summary>
    private static readonly TimeSpan ToObligation = TimeSpan.FromDays(21);

    private static readonly Dictionary<string, string> Small = new(StringComparer.Ordinal) { ["time"] = "underFifteenMinutes", ["changes"] = "lessTedious", ["confidence"] = "guess" };
    private static readonly Dictionary<string, string> Large = new(StringComparer.Ordinal) { ["time"] = "overFourHours", ["changes"] = "fewerErrors,shippedSooner", ["confidence"] = "measured", ["tool"] = "Claude" };
    private static readonly Dictionary<string, string> Brief = new(StringComparer.Ordinal);

    /// <summary>Every one is different, so that none can be lost or doubled unseen.</summary>
    private static readonly (string Outcome, Dictionary<string, string> Details, Obligation? Feels)[] Given =
    [
        ("helped", Small, Obligation.NotAtAll), ("helped", Large, Obligation.Completely), ("costTime", Small, null), ("noDifference", Large, Obligation.Mostly),
        ("rightlyNotUsed", Brief, Obligation.NotAtAll), ("nothingToReport", Brief, null), ("notRelevant", Brief, Obligation.Slightly),
    ];

    /// <summary>What waits for the digest: titles and kinds of work.</summary>
    private static readonly (string Title, string Area)[] Written =
        [("Release notes from merged tickets", "firstDrafts"), ("Minutes of the weekly meeting", "meetingNotes"), ("Formulas that nobody remembers", "spreadsheets"), ("A second look at tests", "testingCode")];

    /// <summary>How many gave each outcome.</summary>
    public static IReadOnlyDictionary<Outcome, int> Outcomes { get; } = Enum.GetValues<Outcome>().ToDictionary(
        outcome => outcome, outcome => Given.Count(answer => string.Equals(answer.Outcome, outcome.ToString(), StringComparison.OrdinalIgnoreCase)));

    public static IReadOnlyDictionary<Obligation, int> Obligations { get; } = Enum.GetValues<Obligation>().ToDictionary(feels => feels, feels => Given.Count(answer => answer.Feels == feels));

    /// <summary>The case studies that wait.</summary>
    public static IEnumerable<string> Waiting => Written.Select(story => story.Title);

    private readonly World world;
    private readonly string masterKey;

    private PreparedRound(World world, string storage, string masterKey) => (this.world, Storage, this.masterKey) = (world, storage, masterKey);

    public TeamsSimulator Teams => world.Teams;
    public SimulatedTeam Team => world.Team;
    public string Storage { get; }

    public SimulatedPerson Lead => Team.Members[0];

    public RoundId Id { get; private set; } = null!;

    /// <summary>As it lies in storage while it is open.</summary>
    public TableSnapshot Open { get; private set; } = null!;

    /// <summary>After a lead said "close now", before anything is done about it.</summary>
    public TableSnapshot Due { get; private set; } = null!;

    public string MasterKeySetting => $"--RetroBot:MasterKey:File={masterKey}";

    /// <summary>None of them may be found anywhere once the round is closed: what was sealed, the wrapped key, the codes that stand for those who answered, and who was asked, but for the lead.</summary>
    public IEnumerable<Trace> Traces =>
    [
        .. OfRound("a").Append(RowIn(Open)).SelectMany(row => row.Select(column => column.Value).OfType<byte[]>()).Select(bytes => new Trace(bytes)),
        .. OfRound("a").Concat(OfRound("l")).Select(row => row.RowKey[2..]).Where(name => name != Lead.ObjectId.ToString()).Select(name => new Trace(name)),
    ];

    /// <summary>The round's own row.</summary>
    public TableEntity RowIn(TableSnapshot stored) => stored.Of("rounds", "r").Single(row => row.PartitionKey == Keys.PartitionOf(Id));

    public static async Task<PreparedRound> MakeAsync(StorageEmulator emulator, CancellationToken ct)
    {
        var keyFile = Path.Combine(Path.GetTempPath(), $"retrobot-{Guid.NewGuid():N}.key");
        await File.WriteAllTextAsync(keyFile, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)), ct);
        // Such that the watch over the cards' delivery is over now, and nothing but the close is due for the machine's own clock, by which the copies are closed.
        var start = TimeProvider.System.GetUtcNow() - Delivery - Delivery - ToObligation;
        var team = await World.StartAsync(emulator, Given.Length + 1, ct, settings: [new("RetroBot:MasterKey:File", keyFile)], start: start);
        var made = new PreparedRound(team, await emulator.ConnectionStringAsync(), keyFile);
        try
        {
            await made.MakeAsync(ct);
            return made;
        }
        catch
        {
            await made.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await world.DisposeAsync();
        File.Delete(masterKey);
    }

    private async Task MakeAsync(CancellationToken ct)
    {
        await world.OpenAsync(ct);
        foreach (var member in Team.Members.Skip(1)) await World.ChooseAsync(world.As(member), world.CardOf(member), "notRelevant", ct);
        await new Author(world, Lead) { Typed = { ["title"] = Earlier } }.PublishAsync();
        var authors = Team.Members.Skip(1).Zip(Written, (member, story) => new Author(world, member) { Typed = { ["title"] = story.Title, ["area"] = story.Area } }).ToList();
        var forms = await Task.WhenAll(authors.Select(author => author.FormAsync()));
        await world.CloseAsync(ct);
        foreach (var (index, member) in Team.Members.Take(6).Index()) await VotingTests.VoteAsync(world, member, index == 0 ? VoteChoice.DidNotWork : VoteChoice.Worked);
        foreach (var (author, form) in authors.Zip(forms))
            await author.PressAsync(await author.PressAsync(form, StoryFormCard.Verb, author.Typed), StoryPreviewCard.Verb);

        world.Time.Advance(ToObligation);
        await world.OpenInstalledAsync(ct);
        // From now on rounds open by themselves, so that there is a next time at which the team is looked after.
        await world.SetUpAsync([], ct);
        world.Time.Advance(Delivery);
        await world.Bot.WorkAsync(ct);
        foreach (var (member, (outcome, details, feels)) in Team.Members.Zip(Given))
            await World.AnswerAsync(world.As(member), world.CardOf(member), outcome, feels is null ? details : new(details, StringComparer.Ordinal) { ["obligation"] = NameOf(feels.Value) }, ct);
        // What every process that starts would do otherwise, if a quarter has just ended.
        await world.Bot.Services.GetRequiredService<RetentionWorker>().RunOnceAsync(ct);
        Open = await TableSnapshot.TakeAsync(Storage, world.TablePrefix, ct);
        var (team, latest) = (new TeamId(new TenantId(Team.Tenant.Id.ToString()), Team.Id), Open.Of("teams", "t").Single().GetString("Latest"));
        Id = new RoundId(team, RoundName.TryParse(latest, out var name) ? name : throw new InvalidOperationException("The prepared round has no name."));

        await world.Lead.SayInChannelAsync(Team.General, "close now", ct: ct);
        Due = await TableSnapshot.TakeAsync(Storage, world.TablePrefix, ct);
    }

    private IEnumerable<TableEntity> OfRound(string kind) => Open.Of("rounds", kind).Where(row => row.PartitionKey == Keys.PartitionOf(Id));

    private static string NameOf(Obligation feels) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(feels.ToString());
}
