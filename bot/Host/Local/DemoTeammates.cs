using System.Text.Json;
using System.Text.Json.Nodes;
using RetroBot.Cards.CheckIns;
using RetroBot.Core.CheckIns;
using RetroBot.Core.Rounds;

namespace RetroBot.Host.Local;

/// <summary>Answers the cards of the demo team's people, one after the other, a moment after they came.</summary>
internal sealed partial class DemoTeammates(DemoInbox inbox, DemoDoor door, TimeProvider time, ILogger<DemoTeammates> logger) : BackgroundService
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(300);
    private int answered;

    /// <exception cref="HttpRequestException">The service did not take the answer.</exception>
    public async Task AnswerAsync(ReceivedCheckIn checkIn, CancellationToken ct)
    {
        var answer = DemoAnswers.Of(checkIn.Person);
        var card = await door.PressAsync(checkIn, CheckInCard.OpenVerb, TicketOf(checkIn), ct);
        var outcome = card.Button(CheckInCard.Verb, data => string.Equals(CheckInCard.Parse(data)?.ToString(), answer.Outcome.ToString(), StringComparison.Ordinal))
            ?? throw new HttpRequestException($"The check-in card does not offer {answer.Outcome}.");
        card = await door.PressAsync(checkIn, CheckInCard.Verb, outcome, ct);
        if (card.Button(CheckInDetailsCard.Verb, _ => true) is not { } details) return;

        foreach (var (input, ticked) in card.Ticked(Choices(checkIn.Person))) details[input] = ticked;
        card = await door.PressAsync(checkIn, CheckInDetailsCard.Verb, details, ct);
        if (card.Button(CheckInDetailsCard.Verb, _ => true) is not null) throw new HttpRequestException("The check-in card asks again.");
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var checkIn in inbox.ReadAsync(stoppingToken))
        {
            await Task.Delay(Moment, time, stoppingToken);
            try
            {
                await AnswerAsync(checkIn, stoppingToken);
                answered++;
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                Log.CouldNotAnswer(logger, fault, checkIn.Invitation.Round.Id.Name);
            }

            if (inbox.Count > 0) continue;
            Log.Answered(logger, answered, checkIn.Invitation.Round.Id.Name);
            answered = 0;
        }
    }

    /// <summary>What every button of the card carries that was sent.</summary>
    private static JsonObject TicketOf(ReceivedCheckIn checkIn)
    {
        var round = checkIn.Invitation.Round.Id;
        return new JsonObject { ["team"] = round.Team.Value, ["round"] = round.Name.ToString(), ["ticket"] = checkIn.Invitation.Ticket };
    }

    /// <summary>Whichever of them the card asks for.</summary>
    private static HashSet<string> Choices(DemoPerson person)
    {
        HashSet<string> choices = [Choice(DemoAnswers.ObligationOf(person))];
        if (DemoAnswers.Of(person) is Answer.Full full) choices.UnionWith([Choice(full.Time), Choice(full.Confidence), .. full.Changes.Select(change => Choice(change))]);
        return choices;
    }

    private static string Choice(Enum value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "{Count} simulated teammates have answered in round {Round}.")]
        public static partial void Answered(ILogger logger, int count, RoundName round);

        [LoggerMessage(Level = LogLevel.Warning, Message = "A simulated teammate could not answer in round {Round}.")]
        public static partial void CouldNotAnswer(ILogger logger, Exception fault, RoundName round);
    }
}
