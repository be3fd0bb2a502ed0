using NodaTime.Extensions;
using RetroBot.Cards;
using RetroBot.Cards.Commands;
using RetroBot.Cards.People;

namespace RetroBot.Host.People;

/// <summary>Says what a deletion would delete. Nothing is deleted before the person confirms it.</summary>
internal sealed class AskToDelete(PersonalData data, TimeProvider time) : ICommand, ICardAction
{
    public Command Name => Command.DeleteMyData;

    public bool InChannel => false;

    public string Verb => DeleteDataCard.AskVerb;

    public async Task<Card> HandleAsync(Turn turn, CancellationToken ct)
    {
        var known = await data.OfAsync(turn.Tenant, turn.User, ct);
        var alone = known.LeadOf.ToLookup(team => team.Leads.Count == 1, team => team.Name);
        return new DeleteDataCard(!known.Preferences.AllowAskingAt(time.GetUtcNow().ToInstant()), known.Preferences.Language is not null, [.. alone[false]], [.. alone[true]]);
    }

    public Task<Card> HandleAsync(Turn turn, CardData data, CancellationToken ct) => HandleAsync(turn, ct);
}
