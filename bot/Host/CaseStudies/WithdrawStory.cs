using RetroBot.Cards;
using RetroBot.Cards.CaseStudies;
using RetroBot.Core;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;
using RetroBot.Host.Rounds;

namespace RetroBot.Host.CaseStudies;

/// <summary>Withdraws a case study for whoever holds its code. It needs no roster and no team: an author who has left, or whose team has, can still do it.</summary>
internal sealed class WithdrawStory(ICaseStudyStore studies, IVoteStore votes, TeamWatch watch) : ICardAction
{
    public string Verb => WithdrawCard.Verb;

    public async Task<Card> HandleAsync(Turn turn, CardData data, CancellationToken ct)
    {
        if (turn.Team is not null || StoryTicket.Of(data) is not { } ticket || !Identifiers.IsValid(ticket.Team) || !CaseStudyId.IsValid(ticket.Story)) return new NothingToWithdrawCard();

        // The tenant is the presser's own, whatever the card says.
        var id = new CaseStudyId(new TeamId(turn.Tenant, ticket.Team), ticket.Story);
        while (await studies.FindAsync(id, ct) is { } found && WithdrawCode.Opens(ticket.Code, found.Value.Withdraw))
        {
            // Votes go first: without the case study nobody would look for them. One that comes in between is swept by whoever casts it.
            await votes.SweepAsync(id, ct);
            if (await studies.RemoveAsync(found, ct) == SaveOutcome.Conflict) continue;
            if (found.Value.IsPublished) await watch.MakeDueAsync(id.Team, ct);
            return new WithdrawnCard();
        }
        return new NothingToWithdrawCard();
    }
}
