using System.Text.Json.Nodes;
using RetroBot.Cards.CheckIns;
using RetroBot.Simulation;
using RetroBot.Simulation.Client;

namespace RetroBot.Benchmarks;

/// <summary>A team member in front of the second step of the check-in card that was sent to them, all filled in.</summary>
/// <remarks>A card is bound to the one person it was sent to, so everybody presses their own. What is sent is composed before anything is measured.</remarks>
internal sealed class Respondent
{
    private static readonly Dictionary<string, string> Typed = new(StringComparer.Ordinal) { ["time"] = "fifteenToSixtyMinutes", ["changes"] = "lessTedious", ["confidence"] = "compared" };

    private readonly TeamsClient client;
    private readonly string save;
    private readonly string unknown;

    private Respondent(TeamsClient client, JsonObject save)
    {
        this.client = client;
        this.save = save.ToJsonString();
        save["value"]!["action"]!["verb"] = "check-in.no-such-verb";
        unknown = save.ToJsonString();
    }

    /// <summary>A team that has RetroBot and a round just opened, in which everybody has chosen an outcome that asks for more.</summary>
    public static async Task<IReadOnlyList<Respondent>> TeamOfAsync(int people, TeamsSimulator teams, Service service, CancellationToken ct)
    {
        var team = teams.AddTenant().AddTeam("Product team");
        for (var member = 1; member <= people; member++) team.AddPerson($"Member {member}");
        var lead = new TeamsClient(teams, team.Members[0], service.Http);
        await lead.InstallInTeamAsync(team, ct: ct);
        await lead.SayInChannelAsync(team.General, "open now", ct: ct);
        await service.WorkAsync(ct);

        List<Respondent> respondents = [];
        foreach (var person in team.Members) respondents.Add(await ChoosingAsync(new TeamsClient(teams, person, service.Http), teams, ct));
        return respondents;
    }

    /// <exception cref="InvalidOperationException">The answer was not kept.</exception>
    public async Task SaveAsync(CancellationToken ct)
    {
        var answer = await client.RawAsync(save, ct: ct);
        // Only a card that says that the answer is kept offers to delete it.
        if (!answer.Text.Contains(AnswerDeletedCard.Verb, StringComparison.Ordinal)) throw new InvalidOperationException($"A check-in was not accepted: {answer}");
    }

    /// <summary>Sends the same with a verb that the service does not know.</summary>
    /// <exception cref="InvalidOperationException">It was not answered with a card.</exception>
    public async Task PressUnknownAsync(CancellationToken ct)
    {
        var answer = await client.RawAsync(unknown, ct: ct);
        if (!answer.Text.Contains("AdaptiveCard", StringComparison.Ordinal)) throw new InvalidOperationException($"An unknown verb was not answered with a card: {answer}");
    }

    private static async Task<Respondent> ChoosingAsync(TeamsClient client, TeamsSimulator teams, CancellationToken ct)
    {
        var received = teams.Inbox(client.Person).Single(activity => activity.Card is not null);
        var helped = CardAction.Find(received.Card!.Value, CheckInCard.Verb, data => data.GetProperty("outcome").ValueEquals("helped"));
        var chosen = await client.InvokeAsync(received, CheckInCard.Verb, helped.DataWith(), ct);
        var details = CardAction.Find(chosen.Card!.Value, CheckInDetailsCard.Verb);
        return new Respondent(client, client.Compose.CardInvoke(received, details.Title, details.Verb, details.DataWith(Typed)));
    }
}
