using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using RetroBot.Cards.CheckIns;
using RetroBot.Core.CheckIns;
using RetroBot.Simulation;
using RetroBot.Simulation.Client;
using RetroBot.Simulation.Connector;

namespace RetroBot.Tests.Crashes;

/// <summary>A lead says what the team changed, and "open now"; everybody has the card and answers it; the lead says "close now", and the digest stands in the channel.</summary>
internal sealed class WholeRound : Scenario
{
    public const string Changed = "The Monday report takes five lines now.";
    private const string WriteOfLine = "storage: PUT rounds l";

    /// <summary>More than any two differ by.</summary>
    private static readonly TimeSpan BetweenClocks = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan UntilOthersLook = TimeSpan.FromSeconds(20);
    private static readonly Dictionary<string, int> NoCalls = new(StringComparer.Ordinal);
    private static readonly Dictionary<string, string> Details = new(StringComparer.Ordinal) { ["time"] = "underFifteenMinutes", ["changes"] = "lessTedious", ["confidence"] = "guess" };

    /// <summary>What each of those who are asked gives; every one is different, so that none can be lost or doubled unseen.</summary>
    private static readonly Outcome[] Given = [Outcome.Helped, Outcome.RightlyNotUsed, Outcome.NothingToReport, Outcome.NotRelevant, Outcome.CostTime];

    private readonly bool reachesEverybody;
    private SimulatedTeam team = null!;
    private int unknownPosts;
    private Action? whenBegun;

    /// <param name="reachesEverybody">Nobody has blocked RetroBot, so that whichever card is sent first has its effect.</param>
    private WholeRound(CrashWorld world, bool reachesEverybody)
        : base(world) => this.reachesEverybody = reachesEverybody;

    /// <summary>What was known of everybody when the cards were out, before anybody answered; and what came to them later.</summary>
    public IReadOnlyList<Asked> People { get; private set; } = [];

    /// <summary>How many notices may stand beside the digest: of one that died, that of which storage did not know; of several, whoever finds that another's stands takes its own back, unless it died.</summary>
    public int Notices => World.Instances.Count == 1 ? unknownPosts : Deaths;

    /// <summary>How many sends can have been under way when somebody died.</summary>
    public int UnderWay { get; private set; }

    public int Deaths { get; private set; }

    /// <param name="apart">How much later each instance says it is than the one before.</param>
    public static async Task<WholeRound> MakeAsync(MadeTeams made, int instances, CancellationToken ct, Type? mistake = null, TimeSpan apart = default) =>
        new(await CrashWorld.MakeAsync(made.Storage, made.Teams, [made.MasterKeySetting], instances, ct, mistake, apart), reachesEverybody: mistake is not null);

    /// <summary>What there is now.</summary>
    public async Task<Ending> EndAsync(CancellationToken ct)
    {
        // The teams of earlier runs stay: deleted under an instance that still looks at one, its round would be opened again.
        var stored = (await TableSnapshot.TakeAsync(World.Storage, World.Prefix, ct)).OfTenant(team.Tenant.Id.ToString());
        return new(stored, stored.Of("rounds", "r").SingleOrDefault() ?? [], World.PostsIn(team.General));
    }

    /// <summary>What is thought of what there is now.</summary>
    public async Task<Verdict> JudgeAsync(string remark, CancellationToken ct)
    {
        var ending = await EndAsync(ct);
        return new([.. RoundJudge.Faults(People, ending, Notices, UnderWay), .. RoundJudge.Faults(ending, Changed)], remark, ending.Posts.Count - 1, RoundJudge.Census(People));
    }

    /// <summary>Has something be laid out when everybody is there, and nobody has said anything yet.</summary>
    public Func<bool> WhenBegun(Func<Func<bool>> layOut)
    {
        Func<bool>? result = null;
        whenBegun = () => result = layOut();
        return () => result?.Invoke() == true;
    }

    protected override async Task BeginAsync(IReadOnlyList<Trap?> traps, CancellationToken ct)
    {
        foreach (var instance in World.Instances) if (!instance.Runs) await instance.StartAsync(ct);
        foreach (var instance in World.Instances) await instance.LookedAsync(NoCalls, ct);

        (Deaths, UnderWay, unknownPosts, People) = (0, 0, 0, []);
        team = World.Teams.AddTenant().AddTeam("Product team");
        foreach (var outcome in Given) team.AddPerson($"Member who says {outcome}");
        if (!reachesEverybody) team.AddPerson("Member who blocked RetroBot").HasBlockedTheBot = true;
        var stopped = team.AddPerson("Member who stopped RetroBot");
        team.HasTheBot = true;
        // Where storage was too slow for it, they are asked to say it again.
        do await World.PersistAsync(Lead.InstallationInTeam(team, "add"), ct);
        while ((await EndAsync(ct)).Storage.Of("teams", "t").Count == 0);
        do await World.PersistAsync(By(stopped).PersonalMessage("stop"), ct);
        while ((await EndAsync(ct)).Storage.Of("preferences").Count == 0);
        foreach (var (instance, trap) in World.Instances.Zip(traps)) instance.Gate.CountFromHere(trap);
        whenBegun?.Invoke();
        whenBegun = null;
    }

    protected override async Task PlayAsync(CancellationToken ct)
    {
        await SayAsync(Lead.ChannelMessage(team.General, $"we changed {Changed}", mention: true), ct);
        await SayAsync(Lead.ChannelMessage(team.General, "open now", mention: true), ct);
        if (World.Instances.Count > 1) await World.Clock.AdvanceAsync(UntilOthersLook, ct);
        await World.UntilAsync(async () => IsDelivered(await EndAsync(ct)), ct);
        People = Asked.In(team, World.Teams, (await EndAsync(ct)).Storage, Given);

        foreach (var person in People.Where(person => person is { Gives: not null, Cards.Count: > 0 })) await AnswerAsync(person, ct);
        // Where a clock was set back meanwhile, nobody can close the round before it has opened.
        var opened = DateTimeOffset.Parse((await EndAsync(ct)).Round.GetString("OpenedAt")!, CultureInfo.InvariantCulture) + BetweenClocks - World.Clock.Time.GetUtcNow();
        if (opened > TimeSpan.Zero) await World.Clock.AdvanceAsync(opened, ct);
        await SayAsync(Lead.ChannelMessage(team.General, "close now", mention: true), ct);
        await World.UntilAsync(async () => await EndAsync(ct) is { IsPublished: true } ending && !ending.Due.Any(), ct);
        // Whoever closes it beside another may post a notice yet, and take it back.
        if (World.Instances.Count > 1) foreach (var instance in World.Instances) await instance.LookAgainAsync(ct);
        if (World.Instances.Count > 1) await World.Pulse.WaitUntilAsync(() => Task.FromResult(World.PostsIn(team.General).Count - 1 <= Deaths), ct);
        People = [.. People.Select(person => person.AtRest(World.Teams))];
    }

    protected override async Task DiedAsync(CancellationToken ct)
    {
        Deaths++;
        var left = await EndAsync(ct);
        if (left.PostIsUnknown) unknownPosts++;
        // Each send is written down first; when all are out, none is under way. Teams is where the lead was when RetroBot was added, so that what another instance sends may pass the gate that is held, too.
        if (!IsDelivered(left)) UnderWay += Math.Min(team.Members.Count, World.Instances.Sum(each => each.Gate.Calls.Count(call => call.Name == WriteOfLine)));
    }

    private ActivityComposer Lead => By(team.Members[0]);

    private ActivityComposer By(SimulatedPerson person) => new(World.Teams, person);

    private async Task AnswerAsync(Asked person, CancellationToken ct)
    {
        var (card, by) = (person.Cards[0], By(person.Person));
        var chosen = await SayAsync(by.CardInvoke(card, title: null, CheckInCard.Verb, OutcomeOn(card.Card!.Value, person.Gives!.Value)), ct);
        if (chosen?.Card is { } details && CardAction.AllOn(details).Any(action => action.Verb == CheckInDetailsCard.Verb))
            await SayAsync(by.CardInvoke(card, title: null, CheckInDetailsCard.Verb, CardAction.Find(details, CheckInDetailsCard.Verb).DataWith(Details)), ct);
    }

    private async Task<BotAnswer?> SayAsync(JsonObject activity, CancellationToken ct)
    {
        var answer = await World.PersistAsync(activity, ct);
        return answer is null or { Status: System.Net.HttpStatusCode.OK } ? answer : throw new InvalidOperationException($"Teams was answered {(int)answer.Status}: {answer.Text}. {World}");
    }

    private static bool IsDelivered(Ending ending) => ending.Round.GetBoolean("Delivered") == true;

    private static JsonObject OutcomeOn(JsonElement card, Outcome outcome) => Running.World.OutcomeOn(card, JsonNamingPolicy.CamelCase.ConvertName(outcome.ToString()));
}
