using System.Text.Json;
using System.Text.Json.Nodes;
using RetroBot.Cards.CheckIns;
using RetroBot.Core.CheckIns;
using RetroBot.Simulation;
using RetroBot.Simulation.Client;
using RetroBot.Tests.Running;

namespace RetroBot.Tests.Soak;

/// <summary>Of those who have the card of an open round, some answer, some change their answer, some delete it.</summary>
internal sealed class Answering(TeamsSimulator teams, Service service, Reconciliation books, Random random)
{
    private const int PeopleAtOnce = 16;

    private static readonly Dictionary<string, string> Details = new(StringComparer.Ordinal) { ["time"] = "underFifteenMinutes", ["changes"] = "lessTedious", ["confidence"] = "guess" };
    private static readonly Dictionary<string, string> Nothing = new(StringComparer.Ordinal);

    public async Task DoAsync(IEnumerable<SoakRound> open, CancellationToken ct)
    {
        var presses = new List<(SoakRound Round, SoakPerson Person, Outcome? Gives)>();
        foreach (var round in open)
        {
            var members = round.Team.Members.ToHashSet();
            foreach (var person in round.ToAsk)
            {
                var chance = random.NextDouble();
                if (person.Person.HasBlockedTheBot || !members.Contains(person)) continue;
                if (round.Answers.ContainsKey(person) ? chance < 0.02 : chance < 0.15) presses.Add((round, person, (Outcome)random.Next(Enum.GetValues<Outcome>().Length)));
                else if (chance > 0.98 && round.Answers.ContainsKey(person)) presses.Add((round, person, null));
            }
        }
        await Parallel.ForEachAsync(presses, new ParallelOptions { MaxDegreeOfParallelism = PeopleAtOnce, CancellationToken = ct }, async (press, token) => await PressAsync(press.Round, press.Person, press.Gives, token));
    }

    private async Task PressAsync(SoakRound round, SoakPerson person, Outcome? gives, CancellationToken ct)
    {
        if (teams.Inbox(person.Person).LastOrDefault(received => CardNames.Of(received) is { } name && (name == round.Card || name == round.SecondCard)) is not { Card: { } card } on) return;
        var by = new ActivityComposer(teams, person.Person);
        if (gives is not { } outcome)
        {
            var deleted = await service.SayAsync(by.CardInvoke(on, title: null, AnswerDeletedCard.Verb, TicketOn(card)), ct);
            if (Shows(deleted, CheckInCard.OpenVerb)) lock (books) round.Answers.Remove(person);
            else lock (books) books.Differ($"{round.Team.Team.Name} {round.Name}: a deletion was answered {(int)deleted.Status}");
            return;
        }

        var answer = await service.SayAsync(by.CardInvoke(on, title: null, CheckInCard.Verb, World.OutcomeOn(card, JsonNamingPolicy.CamelCase.ConvertName(outcome.ToString()))), ct);
        if (answer.Card is { } more && Shows(answer, CheckInDetailsCard.Verb))
            answer = await service.SayAsync(by.CardInvoke(on, title: null, CheckInDetailsCard.Verb, CardAction.Find(more, CheckInDetailsCard.Verb).DataWith(Answer.AsksMore(outcome) ? Details : Nothing)), ct);
        if (Shows(answer, AnswerDeletedCard.Verb)) lock (books) round.Answers[person] = outcome;
        else lock (books) books.Differ($"{round.Team.Team.Name} {round.Name}: an answer was answered {(int)answer.Status} {answer.Text}");
    }

    private static bool Shows(BotAnswer answer, string verb) =>
        answer is { Status: System.Net.HttpStatusCode.OK, Card: { } card } && CardAction.AllOn(card).Any(action => action.Verb == verb);

    private static JsonObject TicketOn(JsonElement card)
    {
        var data = CardAction.AllOn(card).First(action => action.Verb == CheckInCard.Verb).Data;
        return new JsonObject { ["team"] = data.GetProperty("team").GetString(), ["round"] = data.GetProperty("round").GetString(), ["ticket"] = data.GetProperty("ticket").GetString() };
    }
}
