using System.Collections.Concurrent;
using System.Security.Cryptography;
using NodaTime;
using NodaTime.Extensions;
using RetroBot.Core;
using RetroBot.Core.Deliveries;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;

namespace RetroBot.Host.Deliveries;

/// <summary>Sends the card of one line of the ledger: at most once as far as anybody knows, whatever is interrupted.</summary>
internal sealed class LineSender(ILedger ledger, IPreferenceStore preferences, ChatBook chats, ICheckInSender sender, ChannelPace pace, TimeProvider time)
{
    /// <summary>Far above <see cref="LongestSend"/>, for instances whose clocks differ.</summary>
    public static readonly Duration Overdue = Duration.FromMinutes(2);

    /// <summary>Sends under way at once in a tenant, in all its rounds: enough to fill the rate that the channel allows at 1 s a send, and no more, since those behind their turn are unknown if the process dies.</summary>
    public const int AtOnce = 50;

    /// <summary>Measured by the network's clock. With the recording behind it, it ends within the 30 s that a host gives to a graceful stop.</summary>
    private static readonly TimeSpan LongestSend = TimeSpan.FromSeconds(20);

    /// <summary>Whoever is refused more often waits for another pass, so that one person's chat ends it for nobody.</summary>
    private const int TriesAtOnce = 3;

    private readonly ConcurrentDictionary<TenantId, SemaphoreSlim> places = new();
    private readonly UnrecordedSends unrecorded = new();

    /// <summary>Sends the card if it is due; records the end of a send that an earlier run began.</summary>
    public async Task HandleAsync(RoundRun run, Versioned<Delivery> line, CancellationToken ct)
    {
        if (line.Value.Attempt is { } attempt)
        {
            if (await ResolveAsync(run.Id, line, attempt, ct) is not { } resolved) return;
            line = resolved;
        }
        if (!line.Value.IsDueAt(Now) || pace.FreeAt(run.Tenant) - Now > ChannelPace.ShortPause) return;

        var place = places.GetOrAdd(run.Tenant, _ => new SemaphoreSlim(AtOnce));
        await place.WaitAsync(ct);
        try
        {
            // So short a wish for patience is heeded here: in another pass, the last of a round would wait for it alone.
            Versioned<Delivery>? next = line;
            for (var tries = 0; next is not null && tries < TriesAtOnce; tries++) next = await SendAsync(run, next, ct);
        }
        finally
        {
            place.Release();
        }
    }

    /// <summary>The line's end is in the ledger; what was remembered of it is not needed any more.</summary>
    public void Forget(RoundId round, Delivery ended) => unrecorded.Forget(round, ended.User);

    /// <summary>None of the round's sends is under way, and nobody will ask any more how one has ended.</summary>
    public void Forget(RoundId round) => unrecorded.Forget(round);

    /// <returns>The line, where it is to be sent again at once.</returns>
    private async Task<Versioned<Delivery>?> SendAsync(RoundRun run, Versioned<Delivery> line, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        if (!run.MaySendAt(Now)) return null;
        var chat = await chats.OfAsync(run.Tenant, line.Value.User, ct);
        if (chat.Chat.Refusal is { } state)
        {
            await ledger.MoveAsync(run.Id, line.Value.Ended(state), line.Version, ct);
            return null;
        }

        var isNew = chat.Chat.Conversation is null;
        if (isNew)
        {
            // Nothing is noted of somebody whose line is gone with the round or the team.
            if (!await IsItsTurnAsync(run, ct) || !await ledger.IncludesAsync(run.Id, line.Value.User, ct)) return null;
            chat = await MakeChatAsync(run, line, chat);
        }
        // Whoever has paused or stopped by then has made up their mind in time.
        if (chat.Chat.Conversation is null || !await IsItsTurnAsync(run, ct)) return null;
        var said = await preferences.OfAsync(run.Tenant, line.Value.User, ct);
        if (said.AllowAskingAt(Now)) return await AttemptAsync(run, line, run.InvitationFor(line.Value.User, said), chat, isNew);
        await ledger.MoveAsync(run.Id, line.Value.Ended(DeliveryState.LeftOut), line.Version, ct);
        return null;
    }

    /// <summary>Waits for a turn in the pace. What the channel does not want now stays as it is, rather than being put off person by person.</summary>
    private async Task<bool> IsItsTurnAsync(RoundRun run, CancellationToken ct) => await pace.HasTurnAsync(run.Tenant, ct) && run.MaySendAt(Now);

    /// <returns>The line as it is now; null where it was left to the instance that began the send.</returns>
    private async Task<Versioned<Delivery>?> ResolveAsync(RoundId id, Versioned<Delivery> line, SendAttempt attempt, CancellationToken ct)
    {
        var end = unrecorded.EndOf(id, line.Value);
        // Whoever began it is gone, and it may have arrived.
        if (end is null && Now - attempt.At >= Overdue) end = line.Value.Ended(DeliveryState.Unknown);
        return end is { } ended && await ledger.MoveAsync(id, ended, line.Version, ct) is { } version ? new Versioned<Delivery>(ended, version) : null;
    }

    /// <summary>Has the chat made, before anything is sent: it is the send alone that cannot be repeated.</summary>
    private async Task<KnownChat> MakeChatAsync(RoundRun run, Versioned<Delivery> line, KnownChat chat)
    {
        using var limit = new CancellationTokenSource(LongestSend);
        var result = await sender.MakeChatAsync(line.Value, run.Team, limit.Token);
        if (result is not SendResult.ChatMade) await ledger.MoveAsync(run.Id, EndOf(run, line.Value, result), line.Version, CancellationToken.None);
        return await chats.KeepAsync(run.Tenant, line.Value.User, chat, chat.Chat.After(result), CancellationToken.None);
    }

    /// <summary>Sends once. Nothing but time cuts this short: not the stop of the service, not another person's fault.</summary>
    /// <returns>The line, where it is to be sent again at once.</returns>
    private async Task<Versioned<Delivery>?> AttemptAsync(RoundRun run, Versioned<Delivery> line, CheckInInvitation invitation, KnownChat chat, bool isNew)
    {
        var attempting = line.Value.Begun(new SendAttempt(Guid.NewGuid(), Now));
        // A move can be refused, or its answer be lost, although it was made: then nothing was sent behind it.
        unrecorded.Remember(run.Id, attempting, line.Value);
        if (await ledger.MoveAsync(run.Id, attempting, line.Version, CancellationToken.None) is not { } begun) return null;

        unrecorded.Remember(run.Id, attempting, attempting.Ended(DeliveryState.Unknown));
        using var limit = new CancellationTokenSource(LongestSend);
        var result = await sender.SendAsync(attempting, invitation, chat.Chat.Conversation!, limit.Token);
        // A chat that was made a moment ago and is gone will not be there the next time either.
        if (isNew && result is SendResult.ChatGone) result = new SendResult.Refused(DeliveryState.Unreachable);
        var ended = EndOf(run, attempting, result);
        unrecorded.Remember(run.Id, attempting, ended);
        var version = await ledger.MoveAsync(run.Id, ended, begun, CancellationToken.None);
        if (version is not null) Forget(run.Id, ended);
        await chats.KeepAsync(run.Tenant, ended.User, chat, chat.Chat.After(result), CancellationToken.None);
        return version is not null && result is SendResult.TryLater({ } wish) && wish > Duration.Zero && wish <= ChannelPace.ShortPause ? new Versioned<Delivery>(ended, version) : null;
    }

    private Delivery EndOf(RoundRun run, Delivery attempting, SendResult result)
    {
        switch (result)
        {
            case SendResult.Sent:
                return attempting.Ended(DeliveryState.Sent);
            case SendResult.Unknown:
                return attempting.Ended(DeliveryState.Unknown);
            case SendResult.Refused(var state):
                return attempting.Ended(state);
            case SendResult.Impossible(var reason):
                run.Stop(reason);
                return attempting.Ended(DeliveryState.Planned);
            case SendResult.ChatGone:
                return attempting.Ended(DeliveryState.Planned);
            case SendResult.TryLater(var after):
                return attempting.PutOffTo(Now + Backoff.After(after, attempting.Tries, Jitter()));
            default:
                throw new InvalidOperationException($"No rule for {result.GetType().Name}.");
        }
    }

    private Instant Now => time.GetUtcNow().ToInstant();

    private static double Jitter() => RandomNumberGenerator.GetInt32(1000) / 1000.0;
}
