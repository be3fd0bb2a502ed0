using NodaTime;

namespace RetroBot.Core.Rounds;

/// <summary>
/// Decides what a team needs next from what is stored, so that whoever looks, after whatever crash, does the next step and not another. Only the team's latest round is
/// ever at work: an opening is named on the team only when the round before it is done.
/// </summary>
public static class RoundPlan
{
    /// <param name="latest">The stored round that <see cref="Team.Latest"/> names; null when it was named but not opened, or none was named.</param>
    public static RoundStep Next(Team team, Round? latest, QuietHours quiet, Instant now)
    {
        ArgumentNullException.ThrowIfNull(team);
        ArgumentNullException.ThrowIfNull(quiet);
        return latest switch
        {
            { State: RoundState.Open } when now >= latest.ClosesAt => new RoundStep.BeginClosing(),
            { State: RoundState.Open, Delivered: false } => Wait(now) ?? new RoundStep.Deliver(),
            { State: RoundState.Open, HalfWay.IsOver: false } => Wait(Instant.Max(now, latest.HalfWayAt)) ?? new RoundStep.LookHalfWay(),
            { State: RoundState.Open } => new RoundStep.Wait(latest.ClosesAt),
            { State: RoundState.Closing } => new RoundStep.Seal(),
            { Digest: { } digest } when team.After(digest) != team => new RoundStep.ForgetSaid(),
            { State: RoundState.Closed } => new RoundStep.Publish(),
            _ => (Unopened(team, latest, now) ?? Due(team, latest, now)) is { } opening ? Open(team.Settings, opening) : Rest(team, latest, now),
        };

        // What is to be sent waits for the quiet hours' end, but never longer than the round is open.
        RoundStep? Wait(Instant until) => quiet.Pass(until, team.Settings.Zone) is var outside && outside > now ? new RoundStep.Wait(Instant.Min(outside, latest.ClosesAt)) : null;
    }

    /// <summary>What becomes of a lead's wish to open a round now.</summary>
    /// <param name="latest">As in <see cref="Next"/>.</param>
    public static OpenNowOutcome OpenNow(Team team, Round? latest, Instant now)
    {
        ArgumentNullException.ThrowIfNull(team);
        if (latest is { State: not RoundState.Published }) return new OpenNowOutcome.StillRunning(latest);
        if (Unopened(team, latest, now) is { } named) return new OpenNowOutcome.Opens(named);

        var name = RoundSchedule.NameAt(team.Settings, now);
        return IsLaterThanHeld(name, team, latest) ? new OpenNowOutcome.Opens(new Opening(name, now)) : new OpenNowOutcome.HeldAlready();
    }

    /// <summary>The next scheduled opening that will be carried out: one of a period whose round was held already, by hand, is passed over.</summary>
    /// <param name="latest">As in <see cref="Next"/>.</param>
    /// <returns>Null while the team is not set up.</returns>
    public static Opening? NextOpening(Team team, Round? latest, Instant now)
    {
        ArgumentNullException.ThrowIfNull(team);
        if (team.ScheduledSince is null) return null;
        var next = RoundSchedule.NextOpening(team.Settings, now);
        while (!IsLaterThanHeld(next.Name, team, latest)) next = RoundSchedule.NextOpening(team.Settings, next.At);
        return next;
    }

    private static Opening? Due(Team team, Round? latest, Instant now) =>
        team.ScheduledSince is { } since && RoundSchedule.DueOpening(team.Settings, now) is { } due && due.At >= since && IsLaterThanHeld(due.Name, team, latest) ? due : null;

    /// <summary>
    /// The opening that was named and not carried out: somebody has only just named it, or a crash came between. The latter is held to the catch-up
    /// window like any other, since nobody wants a card of the day before yesterday.
    /// </summary>
    private static Opening? Unopened(Team team, Round? latest, Instant now) =>
        latest is null && team.Latest is { } named && now - named.At <= RoundSchedule.CatchUp && now < RoundSchedule.ClosesAt(team.Settings, named) ? named : null;

    /// <summary>By comparing weeks, since a new cadence may part time so that a period begins before the latest round's. One that was named and never opened was not held.</summary>
    private static bool IsLaterThanHeld(RoundName name, Team team, Round? latest) =>
        team.Latest is not { } named || name.Monday > named.Name.Monday || (latest is null && name == named.Name);

    private static RoundStep.Open Open(RoundSettings settings, Opening opening) =>
        new(opening, RoundSchedule.ClosesAt(settings, opening), RoundSchedule.AsksObligation(settings, opening.Name));

    private static RoundStep Rest(Team team, Round? latest, Instant now) =>
        NextOpening(team, latest, now) is { } next ? new RoundStep.Wait(next.At) : new RoundStep.Idle();
}
