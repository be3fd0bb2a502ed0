using RetroBot.Cards;
using RetroBot.Cards.CaseStudies;
using RetroBot.Cards.CheckIns;
using RetroBot.Core;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;

namespace RetroBot.Host.CaseStudies;

/// <summary>Lets the members of a team write for it, in their own chat. A round need not be open.</summary>
internal sealed class StoryDesk(ITeamStore teams, TeamMembers members)
{
    /// <summary>Runs <paramref name="work"/> if the presser is on the roster of the team that the card names; others get one card that says nothing about the team.</summary>
    /// <exception cref="ChannelUnavailableException">The roster cannot be had now. Whatever was typed is on the card that says so.</exception>
    public async Task<Card> ForAuthorAsync(Turn turn, CardData data, Func<StoryAuthor, Task<Card>> work, CancellationToken ct)
    {
        // The tenant is the presser's own, whatever the card says.
        if (turn.Team is not null || StoryContext.TeamOf(data) is not { } named || !Identifiers.IsValid(named)
            || await teams.FindAsync(new TeamId(turn.Tenant, named), ct) is not { Value: var team })
            return new NotYoursCard();

        var roster = await members.OfAsync(team, ct);
        return roster.Find(member => member.User == turn.User) is { } author
            ? await work(new StoryAuthor(team, author.Name.Length > 0 ? author.Name : null, TeamMembers.TermsOf(team, roster)))
            : new NotYoursCard();
    }
}
