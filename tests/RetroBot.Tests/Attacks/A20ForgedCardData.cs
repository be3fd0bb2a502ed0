using System.Text.Json.Nodes;
using RetroBot.Cards.CaseStudies;
using RetroBot.Cards.CheckIns;
using RetroBot.Cards.People;
using RetroBot.Cards.Rounds;
using RetroBot.Core.People;
using RetroBot.Host.Storage;
using RetroBot.Simulation;
using RetroBot.Simulation.Client;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Attacks;

/// <summary>A20. A teammate: forged user, round or team in card data. What must happen: identity and rights only from the authenticated activity.</summary>
public sealed class A20ForgedCardData(SavingStorageEmulator emulator) : Attack(emulator)
{
    /// <summary>Names under which a careless handler might look for somebody.</summary>
    private static readonly string[] NamesOfUsers = ["user", "userId", "aadObjectId", "objectId", "id", "from", "sender", "person"];

    public override Holding Holds => Holding.TeammatesAccount;

    [Fact]
    public Task Who_presses_and_where_is_never_taken_from_the_card() => MustWinNothingAsync();

    public override async Task<IReadOnlyList<string>> TryAsync(World world)
    {
        var team = world.Beside(members: 4);
        var other = world.Beside(members: 4, team.Team.Tenant);
        await team.OpenAsync(Ct);
        await other.OpenAsync(Ct);
        var (victim, mallory) = (team.Team.Members[1], team.As(team.Team.Members[2]));

        List<string> won = [];
        await PressAsync(team, mallory, Forged(Own(team, mallory.Person), victim));
        await PressAsync(team, mallory, With(Own(team, mallory.Person), ("team", other.Team.Id)));
        await PressAsync(team, mallory, With(Own(team, mallory.Person), ("round", "2026-W48")));
        using (var key = await team.KeyOfOpenRoundAsync(Ct))
        {
            var rows = (await StorageDump.OfTablesAsync(world, Ct)).Of(team).Select(row => row.Row).Where(row => row.RowKey.StartsWith("a|", StringComparison.Ordinal)).ToList();
            if (rows.Exists(row => row.RowKey == $"a|{key.ParticipantOf(new UserId(victim.ObjectId.ToString()))}")) won.Add("Somebody else was answered for.");
            if (rows.Exists(row => row.PartitionKey.Contains(other.Team.Id, StringComparison.Ordinal))) won.Add("An answer was given in a team to which Mallory does not belong.");
            if (rows.Count > 1) won.Add("Mallory has more than one answer.");
        }

        await mallory.InvokeAsync(team.CardOf(mallory.Person), StoppedCard.Verb, Forged(Own(team, mallory.Person), victim), Ct);
        if ((await world.RowsAsync("preferences", Ct)).Any(row => row.RowKey == victim.ObjectId.ToString())) won.Add("Somebody else was stopped.");
        won.AddRange(await SetUpAsync(team, other, mallory));
        won.AddRange(await ShareAsync(team, other, victim, mallory));
        return won;
    }

    /// <summary>Publishes in another team and under another's name, votes for another, and withdraws without the code.</summary>
    private static async Task<IReadOnlyList<string>> ShareAsync(World team, World other, SimulatedPerson victim, TeamsClient mallory)
    {
        await mallory.InvokeAsync(team.CardOf(mallory.Person), StoryPreviewCard.Verb, Forged(Sharing.StoryOf(other, "Elsewhere"), victim), Ct);
        await mallory.InvokeAsync(team.CardOf(mallory.Person), StoryPreviewCard.Verb, With(Forged(Sharing.StoryOf(team, "Signed"), victim), ("withName", "true"), ("signature", victim.Name), ("name", victim.Name)), Ct);
        var receipt = await team.PublishAsync(victim, "Theirs", Ct);
        await team.CloseAsync(Ct);
        var (post, vote) = team.VoteOn(VoteChoice.Worked);
        foreach (var forged in (JsonObject[])[vote, Forged(vote, victim), Forged(vote, team.Lead.Person)]) await mallory.InvokeAsync(post, StoryVote.Verb, forged, Ct);
        await mallory.InvokeAsync(team.CardOf(mallory.Person), WithdrawCard.Verb, With(Forged(receipt, victim), ("code", new string('0', 64))), Ct);

        var dump = await StorageDump.OfTablesAsync(team, Ct);
        var stories = dump.Of(team).Concat(dump.Of(other)).Where(row => row.Row.ContainsKey("Title")).Select(row => row.Row).ToList();
        List<string> won = [];
        if (stories.Exists(row => row.GetString("Title") == "Elsewhere")) won.Add("A case study was published in a team to which Mallory does not belong.");
        if (stories.Exists(row => row.GetString("Signature") == victim.Name)) won.Add("A case study is signed by somebody who did not write it.");
        if (!stories.Exists(row => row.GetString("Title") == "Theirs")) won.Add("A case study was withdrawn without its code.");
        if (dump.Of(team).Count(row => row.Table == Keys.Votes) != 1) won.Add("Mallory does not have one vote.");
        return won;
    }

    /// <summary>A member who is no lead saves the setup; and a lead of one team that of another.</summary>
    private static async Task<IReadOnlyList<string>> SetUpAsync(World team, World other, TeamsClient mallory)
    {
        await team.Lead.SayInChannelAsync(team.Team.General, "setup", ct: Ct);
        var form = team.Teams.Posts(team.Team.General)[^1];
        var data = CardAction.Find(form.Card!.Value, SetupCard.Verb).DataWith(new Dictionary<string, string>(StringComparer.Ordinal) { ["openDays"] = "6" });

        await mallory.InvokeAsync(form, SetupCard.Verb, Forged(data, team.Lead.Person), Ct);
        var byMallory = await OpenDaysAsync(team);
        await team.Lead.InvokeAsync(form, SetupCard.Verb, With(data, ("team", other.Team.Id)), Ct);

        List<string> won = [];
        if (byMallory == 6) won.Add("A member who is no lead saved the setup.");
        if (await OpenDaysAsync(other) == 6) won.Add("The lead of one team saved the setup of another.");
        return won;
    }

    private static async Task<int?> OpenDaysAsync(World team) =>
        (await team.RowsAsync("teams", Ct)).Single(row => row.RowKey.StartsWith("t|", StringComparison.Ordinal) && row.RowKey.EndsWith(team.Team.Id, StringComparison.Ordinal)).GetInt32("OpenDays");

    private static JsonObject Own(World team, SimulatedPerson person) => World.OutcomeOn(team.CardOf(person).Card!.Value, "nothingToReport");

    private static JsonObject Forged(JsonObject data, SimulatedPerson victim) =>
        With(data, [.. NamesOfUsers.Except(data.Select(field => field.Key), StringComparer.Ordinal).Select(name => (name, victim.ObjectId.ToString()))]);

    private static JsonObject With(JsonObject data, params ReadOnlySpan<(string Name, string Value)> forged)
    {
        var copy = data.DeepClone().AsObject();
        foreach (var (name, value) in forged) copy[name] = value;
        return copy;
    }

    private static Task<BotAnswer> PressAsync(World team, TeamsClient mallory, JsonObject data) => mallory.InvokeAsync(team.CardOf(mallory.Person), CheckInCard.Verb, data, Ct);
}
