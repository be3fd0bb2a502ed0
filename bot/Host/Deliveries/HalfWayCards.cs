using NodaTime;
using NodaTime.Extensions;
using RetroBot.Core;
using RetroBot.Core.CheckIns;
using RetroBot.Core.Deliveries;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;
using RetroBot.Host.Privacy;

namespace RetroBot.Host.Deliveries;

/// <summary>
/// The one look half-way through a round: whoever has not answered, and may not have got the card, is sent it again; and, where the team wants reminders, whoever has got it, too.
/// </summary>
/// <remarks>
/// Who has not answered is asked of the sealed answers, a moment before a card is sent, and written down nowhere. So what is to be sent cannot be found again after a crash: some lines at a time are
/// claimed on the round first, and a process that dies leaves at most those without a second card. The first one they have, or their line says that nobody knows.
/// For the same reason what is learned of a person's chat is not noted here: the time of the note would tell that they had not answered.
/// </remarks>
internal sealed partial class HalfWayCards(
    ITeamStore teams, IRoundStore rounds, ILedger ledger, IAnswerStore answers, IRoster roster, IPreferenceStore preferences, ICheckInSender sender, ChatBook chats, ChannelPace pace, RoundKeys keys, QuietHours quiet, TimeProvider time, ILogger<HalfWayCards> logger)
{
    private const int LinesAtOnce = 100;
    private const int AtOnce = 16;

    /// <summary>A second card is a courtesy: after so many refusals for the time being it is left.</summary>
    private const int MostTries = 5;

    private static readonly TimeSpan LongestSend = TimeSpan.FromSeconds(20);

    /// <summary>Does nothing before the time, nor a second time.</summary>
    /// <param name="isSender">Whether this instance still is the tenant's sender: what it has not claimed by then is left to another.</param>
    public async Task RunAsync(RoundId id, Func<bool> isSender, CancellationToken ct)
    {
        if (await teams.FindAsync(id.Team, ct) is not { Value: var team } || await rounds.FindAsync(id, ct) is not { Value: { Delivered: true, HalfWay.IsOver: false, HalfWayAt: var due, HalfWay.IsLate: var isLate } } || Now < due) return;

        var lines = await ledger.OfAsync(id, ct).Select(line => line.Value).ToListAsync(ct);
        var reminds = team.Settings.Reminds && !isLate;
        var asked = lines.Any(line => Reason(reminds, line) is not null) ? await AskedAsync(team, ct) : [];
        while (await rounds.FindAsync(id, ct) is { Value: { HalfWay.IsOver: false, Key: { } wrapped } round, Version: var version } && isSender() && MaySend(team, round))
        {
            var claimed = lines.Skip(round.HalfWay.Lines).Take(LinesAtOnce).ToList();
            var through = round.HalfWay.Lines + claimed.Count;
            var claim = through == lines.Count ? HalfWayLook.Over : round.HalfWay with { Lines = through };
            if (await rounds.SaveAsync(round with { HalfWay = claim }, version, ct) == SaveOutcome.Conflict) continue;

            using var key = await keys.UnwrapAsync(id, wrapped, ct);
            var impossible = false;
            await Parallel.ForEachAsync(claimed.Where(line => asked.Contains(line.User)), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, async (line, token) =>
            {
                if (Reason(reminds, line) is { } reason) await RemindAsync(line, new CheckInInvitation(team, round, key.TicketOf(line.User)) { Again = reason }, key.ParticipantOf(line.User), () => impossible = true, token);
            });
            if (impossible) throw new ChannelUnavailableException("Half-way cards cannot be sent to this tenant now; those that are not claimed yet are left for later.");
        }
    }

    /// <summary>One person's fault keeps nobody else's card back.</summary>
    private async Task RemindAsync(Delivery line, CheckInInvitation invitation, ParticipantKey participant, Action impossible, CancellationToken ct)
    {
        try
        {
            await SendAsync(line, invitation, participant, ct);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            if (fault is ChannelUnavailableException) impossible();
            Log.Failed(logger, fault, invitation.Round.Id.Name);
        }
    }

    private static SecondSend? Reason(bool reminds, Delivery line) => line.State switch
    {
        DeliveryState.Unknown => SecondSend.MayHaveComeBefore,
        DeliveryState.Sent when reminds => SecondSend.Reminder,
        _ => null,
    };

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

    private async Task SendAsync(Delivery line, CheckInInvitation invitation, ParticipantKey participant, CancellationToken ct)
    {
        var chat = await chats.OfAsync(invitation.Team.Id.Tenant, line.User, ct);
        // Somebody who had everything about them deleted, or took RetroBot away, is left in peace.
        if (chat is not { Refusal: null, Conversation: { } conversation }) return;
        for (var attempt = 0; attempt < MostTries && MaySend(invitation.Team, invitation.Round); attempt++)
        {
            if (await BusyAsync(invitation.Team.Id.Tenant, ct) is { } busy)
            {
                await Task.Delay(Backoff.After(busy, attempt, jitter: 0).ToTimeSpan(), time, ct);
                continue;
            }
            // Whoever answers, pauses or stops while Teams wants patience is not sent it any more.
            if (await answers.IncludesAsync(invitation.Round.Id, participant, ct) || !(await preferences.OfAsync(invitation.Team.Id.Tenant, line.User, ct)).AllowAskingAt(Now)) return;
            using var limit = new CancellationTokenSource(LongestSend);
            switch (await sender.SendAsync(line, invitation, conversation, limit.Token))
            {
                case SendResult.TryLater(var after):
                    await Task.Delay(Backoff.After(after, attempt, jitter: 0).ToTimeSpan(), time, ct);
                    break;
                case SendResult.Sent:
                    return;
                case SendResult.Impossible(var reason):
                    throw new ChannelUnavailableException($"Teams takes nothing of this tenant now: {reason}.");
                case var other:
                    // Nothing is sent a third time; what is known of the first card stands.
                    Log.NotSent(logger, invitation.Round.Id.Name, other.GetType().Name);
                    return;
            }
        }
    }

    /// <summary>Waits for a turn in the pace.</summary>
    /// <returns>Null when it is its turn; for how long the channel wants nothing where it is not.</returns>
    private async Task<Duration?> BusyAsync(TenantId tenant, CancellationToken ct)
    {
        try
        {
            await pace.TurnAsync(tenant, ct);
            return null;
        }
        catch (ChannelBusyException busy)
        {
            return busy.After;
        }
    }

    private bool MaySend(Team team, Round round) => round.TakesAnswersAt(Now) && !quiet.IncludeAt(Now, team.Settings.Zone);

    private Instant Now => time.GetUtcNow().ToInstant();

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "A second card of round {Round} could not be sent. It is left.")]
        public static partial void Failed(ILogger logger, Exception fault, RoundName round);

        [LoggerMessage(Level = LogLevel.Warning, Message = "A second card of round {Round} was not sent: {Result}.")]
        public static partial void NotSent(ILogger logger, RoundName round, string result);
    }
}
