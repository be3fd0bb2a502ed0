using NodaTime;
using NodaTime.Extensions;
using RetroBot.Core;
using RetroBot.Core.CheckIns;
using RetroBot.Core.Deliveries;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;

namespace RetroBot.Host.Deliveries;

/// <summary>Sends one second card, unless there is no reason for it any more.</summary>
/// <remarks>What is learned of a person's chat is not noted here: the time of the note would tell that they had not answered.</remarks>
internal sealed partial class SecondCardSender(IRoundStore rounds, IAnswerStore answers, IPreferenceStore preferences, ICheckInSender sender, ChatBook chats, ChannelPace pace, TimeProvider time, ILogger<SecondCardSender> logger)
{
    /// <summary>A reminder is a courtesy: after so many refusals for the time being it is left. Whoever may have got no card at all is owed one for as long as the round is open.</summary>
    private const int MostTries = 5;

    private static readonly TimeSpan LongestSend = TimeSpan.FromSeconds(20);

    /// <returns>What is left to be done; null when it was dealt with. One person's fault keeps nobody else's card back.</returns>
    public async Task<ClaimedLine?> SendAsync(RoundRun run, ClaimedLine claimed, CancellationToken ct)
    {
        if (!run.MaySendAt(Now)) return claimed;
        try
        {
            return await TrySendAsync(run, claimed, ct);
        }
        catch (StorageUnavailableException)
        {
            // Storage is asked before the card is sent, and not behind it.
            run.Stop("storage is unavailable");
            return claimed;
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            Log.Failed(logger, fault, run.Id.Name);
            return null;
        }
    }

    private async Task<ClaimedLine?> TrySendAsync(RoundRun run, ClaimedLine claimed, CancellationToken ct)
    {
        var user = claimed.Line.User;
        // Somebody who had everything about them deleted, or took RetroBot away, is left in peace.
        if (await chats.OfAsync(run.Tenant, user, ct) is not { Chat: { Refusal: null, Conversation: { } conversation } } || await IfToBeAskedAsync(run, user, ct) is null) return null;
        if (!await IsItsTurnAsync(run, ct)) return claimed;
        // Somebody may have answered while others had their turn.
        if (await IfToBeAskedAsync(run, user, ct) is not { } said) return null;
        // Behind that, since a close deletes the answers: of a round that still takes some, none was deleted before.
        if (await rounds.FindAsync(run.Id, ct) is not { Value: var round } || !round.TakesAnswersAt(Now)) return null;

        using var limit = new CancellationTokenSource(LongestSend);
        switch (await sender.SendAsync(claimed.Line, run.InvitationFor(user, said) with { Again = claimed.Reason }, conversation, limit.Token))
        {
            case SendResult.Sent:
                return null;
            case SendResult.TryLater(var after) when claimed.Reason is SecondSend.MayHaveComeBefore || claimed.Tries + 1 < MostTries:
                return claimed with { Tries = claimed.Tries + 1, At = Now + Backoff.After(after, claimed.Tries, jitter: 0) };
            case SendResult.Impossible(var reason):
                run.Stop(reason);
                return claimed;
            case var other:
                // Nothing is sent a third time; what is known of the first card stands.
                Log.NotSent(logger, run.Id.Name, other.GetType().Name);
                return null;
        }
    }

    /// <summary>Waits for a turn in the pace. Whom the channel does not want now stays claimed, rather than being put off person by person.</summary>
    private async Task<bool> IsItsTurnAsync(RoundRun run, CancellationToken ct) => await pace.HasTurnAsync(run.Tenant, ct) && run.MaySendAt(Now);

    /// <summary>What the person said of being asked.</summary>
    /// <returns>Null once they have answered, paused or stopped.</returns>
    private async Task<Preferences?> IfToBeAskedAsync(RoundRun run, UserId user, CancellationToken ct) =>
        !await answers.IncludesAsync(run.Id, run.ParticipantOf(user), ct) && await preferences.OfAsync(run.Tenant, user, ct) is var said && said.AllowAskingAt(Now) ? said : null;

    private Instant Now => time.GetUtcNow().ToInstant();

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "A second card of round {Round} could not be sent. It is left.")]
        public static partial void Failed(ILogger logger, Exception fault, RoundName round);

        [LoggerMessage(Level = LogLevel.Warning, Message = "A second card of round {Round} was not sent: {Result}.")]
        public static partial void NotSent(ILogger logger, RoundName round, string result);
    }
}
