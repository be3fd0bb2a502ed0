using RetroBot.Cards;
using RetroBot.Cards.CaseStudies;
using RetroBot.Cards.CheckIns;
using RetroBot.Core;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;
using RetroBot.Host.Privacy.Redaction;

namespace RetroBot.Host.CaseStudies;

/// <summary>Lets the members of a team write for it, in their own chat. A round need not be open.</summary>
internal sealed class StoryDesk(ITeamStore teams, IRoster roster, TimeProvider time)
{
    /// <summary>A person waits, and Teams gives up after about 15 s.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Runs <paramref name="work"/> if the presser is on the roster of the team that the card names; others get one card that says nothing about the team.</summary>
    /// <exception cref="ChannelUnavailableException">The roster cannot be had now. Whatever was typed is on the card that says so.</exception>
    public async Task<Card> ForAuthorAsync(Turn turn, CardData data, Func<StoryAuthor, Task<Card>> work, CancellationToken ct)
    {
        // The tenant is the presser's own, whatever the card says.
        if (turn.Team is not null || StoryContext.TeamOf(data) is not { } named || !Identifiers.IsValid(named)
            || await teams.FindAsync(new TeamId(turn.Tenant, named), ct) is not { Value: var team })
            return new NotYoursCard();

        var members = await MembersAsync(team, ct);
        return members.Find(member => member.User == turn.User) is { } author
            ? await work(new StoryAuthor(team, author.Name.Length > 0 ? author.Name : null, TermsOf(team, members)))
            : new NotYoursCard();
    }

    private async Task<List<Member>> MembersAsync(Team team, CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ct);
        try
        {
            return await roster.OfAsync(team, either.Token).ToListAsync(either.Token);
        }
        catch (OperationCanceledException late) when (!ct.IsCancellationRequested)
        {
            throw new ChannelUnavailableException("Teams took too long to give the team's roster.", late);
        }
    }

    private static RedactionTerms TermsOf(Team team, List<Member> members) => new(
        team.Id.Tenant,
        [.. members.Select(member => member.Name).Where(name => name.Length > 0)],
        [.. members.SelectMany(member => (string[])[member.User.Value, member.ChannelAccount])]);
}
