using System.Runtime.CompilerServices;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema.Teams;
using NodaTime;
using RetroBot.Core;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;
using RetroBot.Host.Deliveries;

namespace RetroBot.Host.Teams;

/// <summary>Reads a team's roster from the channel, page by page.</summary>
internal sealed class TeamsRoster(ProactiveTurns turns) : IRoster
{
    /// <summary>Members; Teams gives 50 to 500 a page ("Get Teams specific context for your bot", Microsoft Learn).</summary>
    private const int PageSize = 500;

    private const int Attempts = 3;

    public async IAsyncEnumerable<Member> OfAsync(Team team, [EnumeratorCancellation] CancellationToken ct)
    {
        string? continuation = null;
        do
        {
            var page = await PageAsync(team, continuation, ct);
            foreach (var account in page.Members)
            {
                // Bots, and guests without an Entra id, are not asked.
                if (Identifiers.IsValid(account.AadObjectId) && Identifiers.IsValid(account.Id))
                    yield return new Member(team.Id.Tenant, new UserId(account.AadObjectId), account.Id, account.Name ?? "");
            }
            continuation = page.ContinuationToken;
        }
        while (!string.IsNullOrEmpty(continuation));
    }

    private async Task<TeamsPagedMembersResult> PageAsync(Team team, string? continuation, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            TeamsPagedMembersResult? page = null;
            try
            {
                await turns.InChannelAsync(team, RequestKind.RosterRead, async (turn, token) =>
                    page = await TeamsInfo.GetPagedTeamMembersAsync(turn, team.Id.Value, continuation, PageSize, token), ct);
                return page ?? throw new ChannelUnavailableException("Teams gave no roster.");
            }
            catch (Exception refused) when (ChannelFaults.Include(refused, ct))
            {
                // Reading can be repeated, and a page is cheaper than the roster from its beginning. Where Teams wants patience for long, the next attempt is not made.
                if (attempt < Attempts && SendErrors.MeaningOf(Refusal.Of(refused, Instant.MinValue)) is SendMeaning.Ambiguous or SendMeaning.TryLater && refused is not ChannelBusyException) continue;
                throw new ChannelUnavailableException("Teams did not give the team's roster.", refused);
            }
        }
    }
}
