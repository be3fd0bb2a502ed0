using System.Collections.Concurrent;
using NodaTime.Extensions;
using RetroBot.Core.Deliveries;
using RetroBot.Core.Rounds;
using RetroBot.Host.People;

namespace RetroBot.Host.CheckIns;

/// <summary>Finds the rounds that somebody can answer now.</summary>
internal sealed class OwnRounds(ITeamStore teams, IRoundStore rounds, ILedger ledger, TimeProvider time)
{
    private const int TeamsAtOnce = 16;

    /// <summary>Those of which the ledger has a line about the person: no other line is read, and Teams is not asked.</summary>
    public async Task<IReadOnlyList<(Team Team, Round Round)>> PlannedAsync(Turn turn, CancellationToken ct)
    {
        ConcurrentBag<(Team, Round)> open = [];
        await Parallel.ForEachAsync(teams.OfTenantAsync(turn.Tenant, ct), new ParallelOptions { MaxDegreeOfParallelism = TeamsAtOnce, CancellationToken = ct }, async (team, token) =>
        {
            if (await OpenAsync(team.Value, token) is { } round && await ledger.IncludesAsync(round.Id, turn.User, token)) open.Add((team.Value, round));
        });
        return [.. open];
    }

    /// <summary>Those of a person's teams. Whoever has no line in the ledger gets one: they paused or stopped, or joined later, and the ledger knows whom a card was made for.</summary>
    public async Task<IReadOnlyList<(Team Team, Round Round)>> OfAsync(Memberships memberships, CancellationToken ct)
    {
        List<(Team, Round)> open = [];
        foreach (var (team, member) in memberships.All)
        {
            if (await OpenAsync(team, ct) is not { } round) continue;
            await ledger.PlanAsync(round.Id, [new Delivery(member.User, member.ChannelAccount, DeliveryState.Planned)], ct);
            open.Add((team, round));
        }
        return open;
    }

    private async Task<Round?> OpenAsync(Team team, CancellationToken ct) =>
        await rounds.LatestAsync(team, ct) is { Value: { Key: not null } round } && round.TakesAnswersAt(time.GetUtcNow().ToInstant()) ? round : null;
}
