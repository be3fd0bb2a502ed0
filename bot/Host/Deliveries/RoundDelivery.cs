using NodaTime;
using NodaTime.Extensions;
using RetroBot.Core;
using RetroBot.Core.Deliveries;
using RetroBot.Core.Rounds;
using RetroBot.Host.Privacy;

namespace RetroBot.Host.Deliveries;

/// <summary>Sends the check-in cards of one round: plans a line for each member, then sends every line that is due.</summary>
/// <remarks>It can be interrupted anywhere and run again: whoever has a line keeps it, and a send whose end nobody knows is not repeated.</remarks>
internal sealed partial class RoundDelivery(
    ITeamStore teams, IRoundStore rounds, ILedger ledger, DeliveryPlanner planner, LineSender sender, ChannelPace pace, RoundKeys keys, QuietHours quiet, TimeProvider time, ILogger<RoundDelivery> logger)
{
    /// <summary>Sends under way at once. Enough to fill the rate that the channel allows at 1 s a send.</summary>
    private const int AtOnce = 50;

    /// <summary>After a fault that somebody has to mend, or that may pass.</summary>
    public static readonly Duration AfterFault = Duration.FromMinutes(1);

    /// <summary>What could not be sent now for a reason that is not on its line is not tried at once again.</summary>
    public static readonly Duration Pause = Duration.FromSeconds(1);

    /// <param name="maySend">Whether this instance still is the tenant's sender.</param>
    /// <returns>When to look at it again; null once nothing is left to be sent.</returns>
    /// <exception cref="AggregateException">Some lines met faults of our own; the others were dealt with.</exception>
    public async Task<Instant?> RunAsync(RoundId id, Func<bool> maySend, CancellationToken ct)
    {
        if (await teams.FindAsync(id.Team, ct) is not { Value: var team }
            || await rounds.FindAsync(id, ct) is not { Value: { Delivered: false, Key: { } wrapped } round } || !round.TakesAnswersAt(Now))
            return null;
        if (quiet.Pass(Now, team.Settings.Zone) is var loud && loud > Now) return loud;

        if (pace.FreeAt(id.Team.Tenant) is var free && free > Now) return free;

        await planner.PlanAsync(team, id, ct);
        using var key = await keys.UnwrapAsync(id, wrapped, ct);
        var run = new RoundRun(team, round, key, quiet, maySend);
        await Parallel.ForEachAsync(await ledger.OfAsync(id, ct).ToListAsync(ct), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct },
            async (line, token) => await HandleAsync(run, line, token));

        if (!run.Faults.IsEmpty) throw new AggregateException(run.Faults);
        if (run.Stopped is { } reason)
        {
            Log.Stopped(logger, id.Name, reason);
            pace.Pause(id.Team.Tenant, AfterFault);
            return Now + AfterFault;
        }
        var (due, notReached) = await NextAsync(id, ct);
        if (due is { } next) return Instant.Max(next, Instant.Max(Now + Pause, pace.FreeAt(id.Team.Tenant)));
        if (await MarkDeliveredAsync(id, ct)) Log.Delivered(logger, id.Name, notReached);
        return null;
    }

    /// <summary>The round is sent, or over, or somebody else's: what was remembered of it is not needed any more.</summary>
    public void Forget(RoundId id)
    {
        planner.Forget(id);
        sender.Forget(id);
    }

    private async ValueTask HandleAsync(RoundRun run, Versioned<Delivery> line, CancellationToken ct)
    {
        try
        {
            await sender.HandleAsync(run, line, ct);
        }
        catch (StorageUnavailableException fault)
        {
            // One says what all who are under way meet.
            if (run.Stop("storage is unavailable")) run.Faults.Add(fault);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            run.Faults.Add(fault);
        }
    }

    /// <summary>When the next card is to be sent, or the end of a send that another instance began to be recorded, null where none is left; and how many people it is known or feared that no card reached.</summary>
    private async Task<(Instant? Next, int NotReached)> NextAsync(RoundId id, CancellationToken ct)
    {
        Instant? next = null;
        var notReached = 0;
        await foreach (var line in ledger.OfAsync(id, ct))
        {
            if (line.Value.IsPending) next = Instant.Min(next ?? Instant.MaxValue, line.Value.RetryAt ?? line.Value.Attempt?.At + LineSender.Overdue ?? Instant.MinValue);
            else sender.Forget(id, line.Value);
            if (line.Value.State is DeliveryState.Blocked or DeliveryState.NotInstalled or DeliveryState.Unreachable or DeliveryState.Unknown) notReached++;
        }
        return (next, notReached);
    }

    /// <returns>False where it was marked already, or is over.</returns>
    private async Task<bool> MarkDeliveredAsync(RoundId id, CancellationToken ct)
    {
        while (await rounds.FindAsync(id, ct) is { Value: { State: RoundState.Open, Delivered: false } round, Version: var version })
        {
            if (await rounds.SaveAsync(round with { Delivered = true }, version, ct) == SaveOutcome.Saved) return true;
        }
        return false;
    }

    private Instant Now => time.GetUtcNow().ToInstant();

    private static partial class Log
    {
        // Not how many it reached: beside the roster that tells how many people paused or stopped.
        [LoggerMessage(Level = LogLevel.Information, Message = "The cards of round {Round} of a team are out. People whom none has reached, as far as is known: {NotReached}.")]
        public static partial void Delivered(ILogger logger, RoundName round, int notReached);

        [LoggerMessage(Level = LogLevel.Error, Message = "Sending the cards of round {Round} was stopped: {Reason}. It is tried again in a minute.")]
        public static partial void Stopped(ILogger logger, RoundName round, string reason);
    }
}
