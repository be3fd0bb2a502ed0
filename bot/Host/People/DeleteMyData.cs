using System.Collections.Concurrent;
using RetroBot.Cards;
using RetroBot.Cards.People;
using RetroBot.Core;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.CheckIns;
using RetroBot.Core.Deliveries;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;
using RetroBot.Host.CaseStudies;
using RetroBot.Host.Privacy;

namespace RetroBot.Host.People;

/// <summary>Deletes what is stored about the person who confirms it. Each part can be done again, so that a fault costs no more than another press.</summary>
/// <remarks>
/// Storage does not know whose team is whose: the tenant's teams are read, in each that has an open round the one line of the ledger that would be this person's, and on each case
/// study that is voted on the one vote that would be. The line of the ledger stays until the round closes, or the person would be asked anew.
/// </remarks>
internal sealed class DeleteMyData(
    ITeamStore teams, IRoundStore rounds, ILedger ledger, IAnswerStore answers, ICaseStudyStore studies, IVoteStore votes, IPreferenceStore preferences, IChatStore chats, RoundKeys keys, VoteKeys voteKeys) : ICardAction
{
    private const int TeamsAtOnce = 16;

    public string Verb => DeleteDataCard.Verb;

    public async Task<Card> HandleAsync(Turn turn, CardData data, CancellationToken ct)
    {
        var keepsAsking = DeleteDataCard.KeepsAsking(data);
        var known = await preferences.OfAsync(turn.Tenant, turn.User, ct);
        ConcurrentBag<DeletedThing> deleted = [];
        ConcurrentBag<TeamId> leftToLead = [];
        await Parallel.ForEachAsync(teams.OfTenantAsync(turn.Tenant, ct), new ParallelOptions { MaxDegreeOfParallelism = TeamsAtOnce, CancellationToken = ct }, async (team, token) =>
        {
            if (await DeleteAnswerAsync(team.Value, turn.User, token)) deleted.Add(DeletedThing.Answer);
            if (await DeleteVotesAsync(team.Value.Id, turn.User, token)) deleted.Add(DeletedThing.Vote);
            foreach (var thing in await LeaveAsync(turn, team, token)) deleted.Add(thing);
            if (team.Value.Leads is [var only] && only == turn.User) leftToLead.Add(team.Value.Id);
        });

        if ((await chats.OfAsync(turn.Tenant, turn.User, ct)).Value != Chat.Unknown)
        {
            await chats.RemoveAsync(turn.Tenant, turn.User, ct);
            deleted.Add(DeletedThing.Chat);
        }
        await preferences.ChangeAsync(turn.Tenant, turn.User, said => keepsAsking ? said with { Language = null } : Preferences.Default, ct);
        if (known.Language is not null) deleted.Add(DeletedThing.Language);
        if (known.SayNotToAsk && !keepsAsking) deleted.Add(DeletedThing.Asking);
        return new DataDeletedCard([.. deleted.Distinct().Order()], keepsAsking && known.SayNotToAsk, !leftToLead.IsEmpty);
    }

    /// <returns>Whether there is an open round in which the person could have answered: what is gone is not read first.</returns>
    private async Task<bool> DeleteAnswerAsync(Team team, UserId user, CancellationToken ct)
    {
        if (team.Latest is not { Name: var name }) return false;
        var id = new RoundId(team.Id, name);
        if (!await ledger.IncludesAsync(id, user, ct) || await rounds.FindAsync(id, ct) is not { Value: { State: RoundState.Open, Key: { } wrapped } }) return false;
        using var key = await keys.UnwrapAsync(id, wrapped, ct);
        return await answers.DeleteAsync(id, key.ParticipantOf(user), ct) == AnswerOutcome.Kept;
    }

    /// <returns>Whether there were any.</returns>
    private async Task<bool> DeleteVotesAsync(TeamId team, UserId user, CancellationToken ct)
    {
        var any = false;
        await foreach (var study in studies.OfAsync(team, ct))
        {
            if (study.Value is { IsPublished: true, VoteKey: { } key }) any |= await votes.DeleteAsync(study.Value.Id, await voteKeys.VoterAsync(study.Value.Id, key, user, ct), ct);
        }
        return any;
    }

    /// <summary>Takes the person from the leads, unless nobody would be left, and their name from those who added RetroBot: the name is all that is known of who that was.</summary>
    private async Task<IReadOnlyList<DeletedThing>> LeaveAsync(Turn turn, Versioned<Team> team, CancellationToken ct)
    {
        while (true)
        {
            var leaves = team.Value.IsLead(turn.User) && team.Value.Leads.Count > 1;
            var named = team.Value.AddedBy is { } name && name == turn.UserName;
            if (!leaves && !named) return [];
            var without = team.Value with { Leads = leaves ? [.. team.Value.Leads.Where(lead => lead != turn.User)] : team.Value.Leads, AddedBy = named ? null : team.Value.AddedBy };
            if (await teams.SaveAsync(without, team.Version, ct) == SaveOutcome.Saved)
                return [.. leaves ? [DeletedThing.LeadRole] : Array.Empty<DeletedThing>(), .. named ? [DeletedThing.Installer] : Array.Empty<DeletedThing>()];
            if (await teams.FindAsync(team.Value.Id, ct) is not { } fresh) return [];
            team = fresh;
        }
    }
}
