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

    private readonly ConcurrentDictionary<RoundId, HalfWayClaim> claims = new();

    /// <summary>Sends what is due, unless Teams or the hour puts it off: nobody waits here.</summary>
    /// <param name="isSender">Whether this instance still is the tenant's sender: what it has not claimed by then is left to another.</param>
    /// <returns>When to go on; null where there is nothing to be done now.</returns>
    public async Task<Instant?> RunAsync(RoundId id, Func<bool> isSender, CancellationToken ct)
    {
        HalfWayPart? part = null;
        while (await teams.FindAsync(id.Team, ct) is { Value: var team } && await rounds.FindAsync(id, ct) is { Value: { Key: { } wrapped } round, Version: var version } && round.TakesAnswersAt(Now))
        {
            var claim = claims.GetValueOrDefault(id);
            var holds = claim is not null && claim.Id == round.HalfWay.Claim;
            if (!holds && !round.LooksHalfWayAt(Now)) break;
            if (Instant.Max(quiet.Pass(Now, team.Settings.Zone), pace.FreeAt(id.Team.Tenant)) is var free && free > Now) return free;

            if (holds)
            {
                using var key = await keys.UnwrapAsync(id, wrapped, ct);
                // Whoever has claimed it deals with it, be it the tenant's sender by then or not.
                if (await DealAsync(new RoundRun(team, round, key, quiet, maySend: () => true), claim!, ct) is { } later) return later;
                continue;
            }
            if (!isSender()) return Now + RoundDelivery.Pause;
            if (part?.IsLate != round.HalfWay.IsLate) part = await ReadAsync(team, round, ct);
            if (part is null) return Now + RoundDelivery.Pause;

            // Whether it came to hold, the row says at the next look: the answer of the write can be lost.
            claim = new HalfWayClaim(Guid.NewGuid(), part.Behind(round.HalfWay));
            claims[id] = claim;
            await rounds.SaveAsync(round with { HalfWay = part.After(round.HalfWay, claim.Id) }, version, ct);
        }
        Forget(id);
        return null;
    }

    /// <summary>The round is over, or somebody else's.</summary>
    public void Forget(RoundId id) => claims.TryRemove(id, out _);

    /// <returns>Null while the end of an early send is still to be recorded: whether it belongs to the part is not known before.</returns>
    private async Task<HalfWayPart?> ReadAsync(Team team, Round round, CancellationToken ct)
    {
        var all = await ledger.OfAsync(round.Id, ct).Select(line => line.Value).ToListAsync(ct);
        if (all.Any(line => HalfWayLook.Awaits(line, round))) return null;
        var lines = all.Where(line => round.HalfWay.Includes(line, round)).ToList();
        var isLast = round.HalfWay.IsLate || (round.Delivered && !all.Any(line => HalfWayLook.Late.Includes(line, round)));
        var asked = lines.Any(line => HalfWayPart.ReasonOf(line, team.Settings.Reminds) is not null) ? await AskedAsync(team, ct) : [];
        return new HalfWayPart(round.HalfWay.IsLate, isLast ? HalfWayLook.Over : HalfWayLook.Late, team.Settings.Reminds, lines, asked);
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

    /// <returns>When to go on with those who are still to be sent a card; null when nobody is.</returns>
    private async Task<Instant?> DealAsync(RoundRun run, HalfWayClaim claim, CancellationToken ct)
    {
        // Where this is cut short, nobody is sent the same card again.
        Forget(run.Id);
        ConcurrentBag<ClaimedLine> left = [];
        await Parallel.ForEachAsync(claim.Lines, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, async (line, token) =>
        {
            if (await sender.SendAsync(run, line, token) is { } later) left.Add(later);
        });
        if (left.IsEmpty) return null;
        claims[run.Id] = claim with { Lines = [.. left] };
        if (run.Stopped is { } reason)
        {
            Log.Stopped(logger, run.Id.Name, reason);
            return Now + RoundDelivery.AfterFault;
        }
        return Instant.Max(left.Max(line => line.At) ?? Instant.MinValue, Now + RoundDelivery.Pause);
    }

    private Instant Now => time.GetUtcNow().ToInstant();

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Sending second cards of round {Round} was stopped: {Reason}. It is tried again in a minute.")]
        public static partial void Stopped(ILogger logger, RoundName round, string reason);
    }
}
