using System.Collections.Concurrent;
using NodaTime.Extensions;
using RetroBot.Core.Deliveries;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;

namespace RetroBot.Host.Deliveries;

/// <summary>Writes a line into the ledger for everybody who is to be sent a round's card. Doing it again adds who is missing; what this process has done to its end it does not do again.</summary>
internal sealed class DeliveryPlanner(ILedger ledger, IRoster roster, IPreferenceStore preferences, TimeProvider time)
{
    private const int LinesAtOnce = 99;
    private readonly ConcurrentDictionary<RoundId, bool> planned = new();

    /// <summary>The round is sent.</summary>
    public void Forget(RoundId id) => planned.TryRemove(id, out _);

    public async Task PlanAsync(Team team, RoundId id, CancellationToken ct)
    {
        if (planned.ContainsKey(id)) return;
        var leftOut = await ledger.OfAsync(id, ct).Select(line => line.Value.User).ToHashSetAsync(cancellationToken: ct);
        var now = time.GetUtcNow().ToInstant();
        await foreach (var (user, preference) in preferences.AllAsync(id.Team.Tenant, ct))
        {
            if (!preference.AllowAskingAt(now)) leftOut.Add(user);
        }

        var asked = roster.OfAsync(team, ct).Where(member => !leftOut.Contains(member.User)).Select(member => new Delivery(member.User, member.ChannelAccount, DeliveryState.Planned));
        await foreach (var some in asked.Chunk(LinesAtOnce).WithCancellation(ct)) await ledger.PlanAsync(id, some, ct);
        planned[id] = true;
    }
}
