using NodaTime;
using NodaTime.Extensions;
using RetroBot.Core;
using RetroBot.Core.Deliveries;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;
using RetroBot.Host.Privacy;

namespace RetroBot.Host.Deliveries;

/// <summary>Sends the check-in cards of one round: plans a line for each member, then sends every planned line once.</summary>
/// <remarks>It can be interrupted anywhere and run again: whoever has a line keeps it, and a send whose end nobody recorded is not repeated.</remarks>
internal sealed partial class RoundDelivery(
    ITeamStore teams, IRoundStore rounds, ILedger ledger, IRoster roster, IPreferenceStore preferences,
    ICheckInSender sender, RoundKeys keys, SendRate rate, TimeProvider time, ILogger<RoundDelivery> logger)
{
    /// <summary>Sends under way at once. Enough to fill the rate that the channel allows at 300 ms a send.</summary>
    private const int AtOnce = 16;

    /// <summary>Opening the chat, and sending the card into it.</summary>
    private const int RequestsPerSend = 2;

    private const int LinesAtOnce = 100;

    public async Task RunAsync(RoundId id, CancellationToken ct)
    {
        if (await teams.FindAsync(id.Team, ct) is not { Value: var team }
            || await rounds.FindAsync(id, ct) is not { Value: { State: RoundState.Open, Delivered: false, Key: { } wrapped } round })
            return;

        await PlanAsync(team, id, ct);
        using var key = keys.Unwrap(id, wrapped);
        var run = new Run(team, round, key);
        await Parallel.ForEachAsync(ledger.OfAsync(id, ct), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct },
            async (line, token) => await HandleAsync(run, line, token));

        if (run.Stopped is { } reason)
            Log.Stopped(logger, id.Name, reason);
        else
            await MarkDeliveredAsync(id, ct);
    }

    private async Task PlanAsync(Team team, RoundId id, CancellationToken ct)
    {
        var now = time.GetUtcNow().ToInstant();
        var quiet = new HashSet<UserId>();
        await foreach (var (user, preference) in preferences.AllAsync(id.Team.Tenant, ct))
        {
            if (!preference.AllowAskingAt(now)) quiet.Add(user);
        }

        var planned = new List<Delivery>(LinesAtOnce);
        await foreach (var member in roster.OfAsync(team, ct))
        {
            if (quiet.Contains(member.User)) continue;
            planned.Add(new Delivery(member.User, member.ChannelAccount, DeliveryState.Planned));
            if (planned.Count < LinesAtOnce) continue;
            await ledger.PlanAsync(id, planned, ct);
            planned.Clear();
        }
        if (planned.Count > 0) await ledger.PlanAsync(id, planned, ct);
    }

    private async ValueTask HandleAsync(Run run, Versioned<Delivery> line, CancellationToken ct)
    {
        switch (line.Value.State)
        {
            case DeliveryState.Attempting:
                // Begun by a run that was interrupted: it may have arrived.
                await ledger.MoveAsync(run.Round.Id, line.Value with { State = DeliveryState.Unknown }, line.Version, ct);
                break;
            case DeliveryState.Planned:
                await SendAsync(run, line, ct);
                break;
            default:
                break;
        }
    }

    private async Task SendAsync(Run run, Versioned<Delivery> line, CancellationToken ct)
    {
        var (id, to, version) = (run.Round.Id, line.Value, line.Version);
        while (true)
        {
            await rate.WaitAsync(id.Team.Tenant, RequestsPerSend, ct);
            await run.PatienceAsync(time, ct);
            if (run.Stopped is not null || !run.Round.TakesAnswersAt(time.GetUtcNow().ToInstant())) return;

            if (await ledger.MoveAsync(id, to with { State = DeliveryState.Attempting }, version, ct) is not { } attempting) return;
            var result = await sender.SendAsync(to, run.InvitationFor(to.User), ct);
            switch (result)
            {
                case SendResult.Sent:
                    await ledger.MoveAsync(id, to with { State = DeliveryState.Sent }, attempting, ct);
                    return;
                case SendResult.Unknown:
                    await ledger.MoveAsync(id, to with { State = DeliveryState.Unknown }, attempting, ct);
                    return;
                case SendResult.Refused(var state):
                    await ledger.MoveAsync(id, to with { State = state }, attempting, ct);
                    return;
                case SendResult.Impossible(var reason):
                    run.Stop(reason);
                    await ledger.MoveAsync(id, to, attempting, ct);
                    return;
                case SendResult.TryLater(var after):
                    run.HaveNobodySendBefore(time.GetUtcNow().ToInstant() + after);
                    if (await ledger.MoveAsync(id, to, attempting, ct) is not { } again) return;
                    version = again;
                    break;
                default:
                    throw new InvalidOperationException($"No rule for {result.GetType().Name}.");
            }
        }
    }

    private async Task MarkDeliveredAsync(RoundId id, CancellationToken ct)
    {
        while (await rounds.FindAsync(id, ct) is { Value: { State: RoundState.Open, Delivered: false } round, Version: var version })
        {
            if (await rounds.SaveAsync(round with { Delivered = true }, version, ct) == SaveOutcome.Saved) return;
        }
    }

    /// <summary>What the sends of one run share.</summary>
    private sealed class Run(Team team, Round round, RoundKey key)
    {
        private long notBefore = Instant.MinValue.ToUnixTimeTicks();
        private volatile string? stopped;

        public Round Round => round;
        public string? Stopped => stopped;

        public CheckInInvitation InvitationFor(UserId user) => new(team, round, key.TicketOf(user));

        public void Stop(string reason) => stopped = reason;

        public void HaveNobodySendBefore(Instant instant)
        {
            var ticks = instant.ToUnixTimeTicks();
            for (var seen = Interlocked.Read(ref notBefore); ticks > seen; seen = Interlocked.Read(ref notBefore))
            {
                if (Interlocked.CompareExchange(ref notBefore, ticks, seen) == seen) return;
            }
        }

        public async Task PatienceAsync(TimeProvider time, CancellationToken ct)
        {
            while (Instant.FromUnixTimeTicks(Interlocked.Read(ref notBefore)) - time.GetUtcNow().ToInstant() is var wait && wait > Duration.Zero)
                await Task.Delay(wait.ToTimeSpan(), time, ct);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Sending the cards of round {Round} was stopped: {Reason}. It is tried again in a minute.")]
        public static partial void Stopped(ILogger logger, RoundName round, string reason);
    }
}
