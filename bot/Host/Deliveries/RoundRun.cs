using System.Collections.Concurrent;
using NodaTime;
using RetroBot.Core.CheckIns;
using RetroBot.Core.Deliveries;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;
using RetroBot.Host.Privacy;

namespace RetroBot.Host.Deliveries;

/// <summary>What the sends of one round share, as long as one pass over its lines lasts.</summary>
/// <param name="maySend">Whether this instance still is the tenant's sender.</param>
internal sealed class RoundRun(Team team, Round round, RoundKey key, QuietHours quiet, Func<bool> maySend)
{
    private string? stopped;

    public RoundId Id => round.Id;

    public Team Team => team;

    public TenantId Tenant => round.Id.Team.Tenant;

    /// <summary>Why nobody else is sent a card in this pass; null while they are.</summary>
    public string? Stopped => Volatile.Read(ref stopped);

    /// <summary>Whose cards met a fault of our own does not keep the others waiting: what went wrong is kept for the end of the pass.</summary>
    public ConcurrentBag<Exception> Faults { get; } = [];

    public ParticipantKey ParticipantOf(UserId user) => key.ParticipantOf(user);

    public CheckInInvitation InvitationFor(UserId user, Preferences preferences) => new(team, round, key.TicketOf(user)) { Language = preferences.Language };

    public bool MaySendAt(Instant now) => Stopped is null && maySend() && round.TakesAnswersAt(now) && !quiet.IncludeAt(now, team.Settings.Zone);

    /// <returns>Whether it was not stopped before.</returns>
    public bool Stop(string reason) => Interlocked.CompareExchange(ref stopped, reason, comparand: null) is null;
}
