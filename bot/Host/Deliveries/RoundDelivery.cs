using System.Collections.Concurrent;
using NodaTime;
using NodaTime.Extensions;
using RetroBot.Core;
using RetroBot.Core.Deliveries;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;
using RetroBot.Host.Privacy;

namespace RetroBot.Host.Deliveries;

/// <summary>Sends the check-in cards of one round: plans a line for each member, then sends every planned line once.</summary>
/// <remarks>It can be interrupted anywhere and run again: whoever has a line keeps it, and a send whose end nobody knows is not repeated.</remarks>
internal sealed partial class RoundDelivery(
    ITeamStore teams, IRoundStore rounds, ILedger ledger, IRoster roster, IPreferenceStore preferences,
    ICheckInSender sender, RoundKeys keys, SendRate rate, TimeProvider time, ILogger<RoundDelivery> logger)
{
    /// <summary>Sends under way at once. Enough to fill the rate that the channel allows at 300 ms a send.</summary>
    private const int AtOnce = 16;

    /// <summary>Opening the chat, and sending the card into it.</summary>
    private const int RequestsPerSend = 2;

    private const int LinesAtOnce = 100;

    /// <summary>Measured by the network's clock. With the recording behind it, it ends within the 30 s that a host gives to a graceful stop.</summary>
    private static readonly TimeSpan LongestSend = TimeSpan.FromSeconds(20);

    /// <summary>Far above <see cref="LongestSend"/>, for instances whose clocks differ.</summary>
    private static readonly Duration Overdue = Duration.FromMinutes(2);

    private readonly UnrecordedSends unrecorded = new();

    public async Task RunAsync(RoundId id, CancellationToken ct)
    {
        if (await teams.FindAsync(id.Team, ct) is not { Value: var team }
            || await rounds.FindAsync(id, ct) is not { Value: { State: RoundState.Open, Delivered: false, Key: { } wrapped } round })
            return;

        await PlanAsync(team, id, ct);
        using var key = await keys.UnwrapAsync(id, wrapped, ct);
        var run = new Run(team, round, key);
        await Parallel.ForEachAsync(await ledger.OfAsync(id, ct).ToListAsync(ct), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct },
            async (line, token) => await HandleAsync(run, line, token));

        if (!run.Faults.IsEmpty) throw new AggregateException(run.Faults);
        if (run.Stopped is { } reason)
            Log.Stopped(logger, id.Name, reason);
        else if (!await HasPendingAsync(id, ct))
            await MarkDeliveredAsync(id, ct);
    }

    private async Task PlanAsync(Team team, RoundId id, CancellationToken ct)
    {
        var now = time.GetUtcNow().ToInstant();
        var leftOut = await ledger.OfAsync(id, ct).Select(line => line.Value.User).ToHashSetAsync(cancellationToken: ct);
        await foreach (var (user, preference) in preferences.AllAsync(id.Team.Tenant, ct))
        {
            if (!preference.AllowAskingAt(now)) leftOut.Add(user);
        }

        var planned = new List<Delivery>(LinesAtOnce);
        await foreach (var member in roster.OfAsync(team, ct))
        {
            if (leftOut.Contains(member.User)) continue;
            planned.Add(new Delivery(member.User, member.ChannelAccount, DeliveryState.Planned));
            if (planned.Count < LinesAtOnce) continue;
            await ledger.PlanAsync(id, planned, ct);
            planned.Clear();
        }
        if (planned.Count > 0) await ledger.PlanAsync(id, planned, ct);
    }

    /// <summary>One person's fault is kept for the end of the run: the others' cards go out.</summary>
    private async ValueTask HandleAsync(Run run, Versioned<Delivery> line, CancellationToken ct)
    {
        try
        {
            if (line.Value is { State: DeliveryState.Attempting, Attempt: { } attempt })
                await ResolveAsync(run, line, attempt, ct);
            else if (line.Value.State == DeliveryState.Planned)
                await SendAsync(run, line, ct);
        }
        catch (StorageUnavailableException fault)
        {
            run.Faults.Add(fault);
            run.Stop("storage is unavailable");
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            run.Faults.Add(fault);
        }
    }

    /// <summary>Records the end of a send that an earlier run began. One that may be under way in another instance is left to it.</summary>
    private async Task ResolveAsync(Run run, Versioned<Delivery> line, SendAttempt attempt, CancellationToken ct)
    {
        var end = unrecorded.EndOf(run.Round.Id, line.Value);
        // Whoever began it is gone, and it may have arrived.
        if (end is null && time.GetUtcNow().ToInstant() - attempt.At >= Overdue) end = DeliveryState.Unknown;
        if (end is not { } known) return;

        var ended = line.Value.Ended(known);
        if (await ledger.MoveAsync(run.Round.Id, ended, line.Version, ct) is { } version && known == DeliveryState.Planned)
            await SendAsync(run, new Versioned<Delivery>(ended, version), ct);
    }

    private async Task SendAsync(Run run, Versioned<Delivery> planned, CancellationToken ct)
    {
        for (var line = planned; line is { Value.State: DeliveryState.Planned };)
        {
            await rate.WaitAsync(run.Round.Id.Team.Tenant, RequestsPerSend, ct);
            await run.PatienceAsync(time, ct);
            ct.ThrowIfCancellationRequested();
            if (run.Stopped is not null || !run.Round.TakesAnswersAt(time.GetUtcNow().ToInstant())) return;
            line = await AttemptAsync(run, line);
        }
    }

    /// <summary>Sends once. Nothing but time cuts this short: not the stop of the service, not another person's fault.</summary>
    /// <returns>The line as it is now, or null when another instance has it.</returns>
    private async Task<Versioned<Delivery>?> AttemptAsync(Run run, Versioned<Delivery> line)
    {
        var id = run.Round.Id;
        var attempting = line.Value.Begun(new SendAttempt(Guid.NewGuid(), time.GetUtcNow().ToInstant()));
        // A move can be refused, or its answer be lost, although it was made: then nothing was sent behind it.
        unrecorded.Remember(id, attempting, DeliveryState.Planned);
        if (await ledger.MoveAsync(id, attempting, line.Version, CancellationToken.None) is not { } begun) return null;

        unrecorded.Remember(id, attempting, DeliveryState.Unknown);
        using var limit = new CancellationTokenSource(LongestSend);
        var ended = attempting.Ended(EndOf(run, await sender.SendAsync(attempting, run.InvitationFor(attempting.User), limit.Token)));
        unrecorded.Remember(id, attempting, ended.State);
        if (await ledger.MoveAsync(id, ended, begun, CancellationToken.None) is not { } version) return null;
        unrecorded.Forget(id, ended.User);
        return new Versioned<Delivery>(ended, version);
    }

    private DeliveryState EndOf(Run run, SendResult result)
    {
        switch (result)
        {
            case SendResult.Sent:
                return DeliveryState.Sent;
            case SendResult.Unknown:
                return DeliveryState.Unknown;
            case SendResult.Refused(var state):
                return state;
            case SendResult.Impossible(var reason):
                run.Stop(reason);
                return DeliveryState.Planned;
            case SendResult.TryLater(var after):
                run.PutOff(time.GetUtcNow().ToInstant(), after);
                return DeliveryState.Planned;
            default:
                throw new InvalidOperationException($"No rule for {result.GetType().Name}.");
        }
    }

    /// <summary>Whether a card is left to be sent by a later run, or is being sent by another instance.</summary>
    private async Task<bool> HasPendingAsync(RoundId id, CancellationToken ct)
    {
        var pending = false;
        await foreach (var line in ledger.OfAsync(id, ct))
        {
            if (line.Value.IsPending) pending = true;
            else unrecorded.Forget(id, line.Value.User);
        }
        return pending;
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
        /// <summary>From the first time that the channel asks for it. A run has one of the worker's few places, which other teams wait for.</summary>
        private static readonly Duration Patience = Duration.FromMinutes(5);

        private readonly Lock gate = new();
        private Instant notBefore = Instant.MinValue;
        private Instant? patienceEnds;
        private volatile string? stopped;

        public Round Round => round;
        public string? Stopped => stopped;
        public ConcurrentBag<Exception> Faults { get; } = [];

        public CheckInInvitation InvitationFor(UserId user) => new(team, round, key.TicketOf(user));

        public void Stop(string reason) => stopped = reason;

        /// <summary>Has nobody send before the channel wants it, or stops the run when that is too late for it.</summary>
        public void PutOff(Instant now, Duration wait)
        {
            lock (gate)
            {
                patienceEnds ??= now + Patience;
                if (now + wait > patienceEnds) Stop("Teams keeps asking for patience");
                else notBefore = Instant.Max(notBefore, now + wait);
            }
        }

        public async Task PatienceAsync(TimeProvider time, CancellationToken ct)
        {
            while (NotBefore() - time.GetUtcNow().ToInstant() is var wait && wait > Duration.Zero && stopped is null)
                await Task.Delay(wait.ToTimeSpan(), time, ct);
        }

        private Instant NotBefore()
        {
            lock (gate) return notBefore;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Sending the cards of round {Round} was stopped: {Reason}. It is tried again in a minute.")]
        public static partial void Stopped(ILogger logger, RoundName round, string reason);
    }
}
