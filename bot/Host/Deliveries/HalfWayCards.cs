using System.Collections.Concurrent;
using NodaTime;
using NodaTime.Extensions;
using RetroBot.Core;
using RetroBot.Core.Deliveries;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;
using RetroBot.Host.Privacy;

namespace RetroBot.Host.Deliveries;

/// <summary>
/// The look half-way through a round: whoever has not answered, and may not have got the card, is sent it again; and, where the team wants reminders, whoever has got it, too.
/// </summary>
/// <remarks>
/// Who has not answered is asked of the sealed answers, a moment before a card is sent, and written down nowhere. So what is to be sent cannot be found again after a crash: some lines at a time are
/// claimed on the round first, and a process that ends leaves at most those without a second card. The first one they have, or their line says that nobody knows.
/// </remarks>
internal sealed partial class HalfWayCards(
    ITeamStore teams, IRoundStore rounds, ILedger ledger, IRoster roster, IPreferenceStore preferences, SecondCardSender sender, ChannelPace pace, RoundKeys keys, QuietHours quiet, TimeProvider time, ILogger<HalfWayCards> logger)
{
    /// <summary>Few: first cards come first.</summary>
    private const int AtOnce = 8;

    /// <summary>Claimed and not dealt with yet, in one round: with the process they are lost.</summary>
    private const int MostHeld = 100;

    /// <summary>What this instance has claimed, or is about to.</summary>
    private readonly ConcurrentDictionary<RoundId, HalfWayClaim> claims = new();

    /// <summary>What it has claimed for certain, and not dealt with yet.</summary>
    private readonly ConcurrentDictionary<RoundId, IReadOnlyList<ClaimedLine>> held = new();

    /// <summary>While Teams is busy, the roster is not to be read anew for every hundred lines.</summary>
    private static readonly TimeSpan PartIsKept = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<RoundId, HalfWayPart> parts = new();

    /// <summary>Sends what is due, unless Teams or the hour puts it off: nobody waits here.</summary>
    /// <param name="isSender">Whether this instance still is the tenant's sender: what it has not claimed by then is left to another.</param>
    /// <returns>When to go on; null where there is nothing to be done now.</returns>
    public async Task<Instant?> RunAsync(RoundId id, Func<bool> isSender, CancellationToken ct)
    {
        while (await teams.FindAsync(id.Team, ct) is { Value: var team } && await rounds.FindAsync(id, ct) is { Value: { Key: { } wrapped } round, Version: var version } && round.TakesAnswersAt(Now))
        {
            var lines = Hold(round);
            if (lines.Count == 0 && !round.LooksHalfWayAt(Now)) break;
            if (Instant.Max(quiet.Pass(Now, team.Settings.Zone), pace.FreeAt(id.Team.Tenant)) is var free && free > Now) return free;

            if (lines.Any(line => line.IsDueAt(Now)))
            {
                using var key = await keys.UnwrapAsync(id, wrapped, ct);
                // Whoever has claimed them deals with them, be it the tenant's sender by then or not.
                if (await DealAsync(new RoundRun(team, round, key, quiet, maySend: () => true), lines, ct) is { } later) return later;
                continue;
            }
            // Whom Teams puts off keeps nobody back who is behind them, unless they are many: then it is busy with everybody.
            if (lines.Count > MostHeld / 2 || !round.LooksHalfWayAt(Now)) return lines.Min(line => line.At);
            if (!isSender()) return Now + RoundDelivery.Pause;
            if (await PartAsync(team, round, ct) is not { } part) return Now + RoundDelivery.Pause;

            // Whether it came to hold, the row says at the next look: the answer of the write can be lost.
            var claim = new HalfWayClaim(Guid.NewGuid(), part.Behind(round.HalfWay, MostHeld - lines.Count));
            claims[id] = claim;
            await rounds.SaveAsync(round with { HalfWay = part.After(round.HalfWay, MostHeld - lines.Count, claim.Id) }, version, ct);
        }
        Forget(id);
        return null;
    }

    /// <summary>The round is over, or somebody else's.</summary>
    public void Forget(RoundId id)
    {
        claims.TryRemove(id, out _);
        held.TryRemove(id, out _);
        parts.TryRemove(id, out _);
    }

    /// <returns>What this instance holds, with what it has claimed last if the round's row says so.</returns>
    private IReadOnlyList<ClaimedLine> Hold(Round round)
    {
        var lines = held.GetValueOrDefault(round.Id, []);
        if (!claims.TryGetValue(round.Id, out var claim) || claim.Id != round.HalfWay.Claim) return lines;
        claims.TryRemove(round.Id, out _);
        return held[round.Id] = [.. lines, .. claim.Lines];
    }

    /// <returns>As it was minutes ago at the most; null while there is none.</returns>
    private async Task<HalfWayPart?> PartAsync(Team team, Round round, CancellationToken ct)
    {
        if (parts.TryGetValue(round.Id, out var known) && known.IsLate == round.HalfWay.IsLate && known.Reminds == team.Settings.Reminds && time.GetElapsedTime(known.ReadAt) < PartIsKept) return known;
        var part = await ReadAsync(team, round, ct);
        if (part is not null) parts[round.Id] = part;
        return part;
    }

    /// <returns>Null while the end of an early send is still to be recorded: whether it belongs to the part is not known before.</returns>
    private async Task<HalfWayPart?> ReadAsync(Team team, Round round, CancellationToken ct)
    {
        var now = time.GetTimestamp();
        var all = await ledger.OfAsync(round.Id, ct).Select(line => line.Value).ToListAsync(ct);
        if (all.Any(line => HalfWayLook.Awaits(line, round))) return null;
        var lines = all.Where(line => round.HalfWay.Includes(line, round)).ToList();
        var isLast = round.HalfWay.IsLate || (round.Delivered && !all.Any(line => HalfWayLook.Late.Includes(line, round)));
        var asked = lines.Any(line => HalfWayPart.ReasonOf(line, team.Settings.Reminds) is not null) ? await AskedAsync(team, ct) : [];
        return new HalfWayPart(now, round.HalfWay.IsLate, isLast ? HalfWayLook.Over : HalfWayLook.Late, team.Settings.Reminds, lines, asked);
    }

    /// <summary>Who is still in the team, and has neither paused nor stopped since the first card.</summary>
    private async Task<HashSet<UserId>> AskedAsync(Team team, CancellationToken ct)
    {
        var asked = await roster.OfAsync(team, ct).Select(member => member.User).ToHashSetAsync(cancellationToken: ct);
        await foreach (var (user, preference) in preferences.AllAsync(team.Id.Tenant, ct))
        {
            if (!preference.AllowAskingAt(Now)) asked.Remove(user);
        }
        return asked;
    }

    /// <summary>Sends those who are due their cards. Whom Teams puts off is held until then.</summary>
    /// <returns>When to go on, where that is not now.</returns>
    private async Task<Instant?> DealAsync(RoundRun run, IReadOnlyList<ClaimedLine> lines, CancellationToken ct)
    {
        var due = lines.ToLookup(line => line.IsDueAt(Now));
        // Where this is cut short, nobody is sent the same card again.
        held[run.Id] = [.. due[false]];
        ConcurrentBag<ClaimedLine> left = [];
        await Parallel.ForEachAsync(due[true], new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, async (line, token) =>
        {
            if (await sender.SendAsync(run, line, token) is { } later) left.Add(later);
        });
        held[run.Id] = [.. due[false], .. left];
        if (run.Stopped is { } reason && !left.IsEmpty)
        {
            Log.Stopped(logger, run.Id.Name, reason);
            return Now + RoundDelivery.AfterFault;
        }
        return left.Any(line => line.IsDueAt(Now)) ? Now + RoundDelivery.Pause : null;
    }

    private Instant Now => time.GetUtcNow().ToInstant();

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Sending second cards of round {Round} was stopped: {Reason}. It is tried again in a minute.")]
        public static partial void Stopped(ILogger logger, RoundName round, string reason);
    }
}
