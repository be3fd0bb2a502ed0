using RetroBot.Cards;
using RetroBot.Cards.CheckIns;
using RetroBot.Cards.Commands;
using RetroBot.Host.People;
using RetroBot.Host.Web;

namespace RetroBot.Host.CheckIns;

/// <summary>The same as on the card, for all of the person's teams.</summary>
internal sealed class WhyAskedCommand(TeamsOfPerson teams, PublicAddress address) : ICommand
{
    public Command Name => Command.WhyAsked;

    public bool InChannel => false;

    public async Task<Card> HandleAsync(Turn turn, CancellationToken ct)
    {
        var memberships = await teams.FindAsync(turn.Tenant, turn.User, ct);
        return new WhyAskedCard([.. memberships.All.Select(one => new AskingTeam(one.Team.Name, one.Team.AddedBy))], address.Document, IsComplete: memberships.AreComplete);
    }
}
