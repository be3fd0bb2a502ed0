using RetroBot.Cards;
using RetroBot.Cards.Rounds;
using RetroBot.Cards.Welcome;
using RetroBot.Core;
using RetroBot.Core.Rounds;

namespace RetroBot.Host.Rounds;

/// <summary>Lets a team's leads do what is theirs alone.</summary>
internal sealed class LeadDesk(ITeamStore teams, Leads leads)
{
    /// <summary>Runs <paramref name="work"/> with the team of the channel if a lead asks for it; others get a friendly refusal.</summary>
    public Task<Card> ForLeadAsync(Turn turn, Func<Versioned<Team>, Task<Card>> work, CancellationToken ct) =>
        ForAsync(turn, team => leads.Include(turn.User, team), work, ct);

    /// <summary>The same for setting up: a team of which nobody knows who installed RetroBot is set up by whoever does it first, and they are its lead from then on.</summary>
    public Task<Card> ForSetupAsync(Turn turn, Func<Versioned<Team>, Task<Card>> work, CancellationToken ct) =>
        ForAsync(turn, team => leads.Include(turn.User, team) || team.Leads.Count == 0, work, ct);

    private async Task<Card> ForAsync(Turn turn, Func<Team, bool> may, Func<Versioned<Team>, Task<Card>> work, CancellationToken ct)
    {
        // The team is where the lead speaks, never what a card says.
        if (turn.Team is not { } id || await teams.FindAsync(id, ct) is not { } team) return new HelpCard(turn.Team is null ? HelpScope.Personal : HelpScope.Channel);
        return may(team.Value) ? await work(team) : new NotLeadCard();
    }
}
