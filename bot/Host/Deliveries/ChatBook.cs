using System.Collections.Concurrent;
using NodaTime.Extensions;
using RetroBot.Core.Deliveries;
using RetroBot.Core.People;

namespace RetroBot.Host.Deliveries;

/// <summary>What is known of people's own chats. It is written when it changes, and never because somebody pressed a button: the time of such a row would tell who answered when.</summary>
internal sealed class ChatBook(IChatStore chats, TimeProvider time)
{
    /// <summary>Longer than a send takes.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<(TenantId Tenant, UserId User), (long Heard, long At)> latest = new();
    private long heard;

    public async Task<KnownChat> OfAsync(TenantId tenant, UserId user, CancellationToken ct)
    {
        var before = Interlocked.Read(ref heard);
        var known = await chats.OfAsync(tenant, user, ct);
        return new KnownChat(known.Value, known.Version, before);
    }

    /// <summary>The person wrote to RetroBot or installed it: whatever was in the way is not any more.</summary>
    public Task OpenedAsync(TenantId tenant, UserId user, string conversation, CancellationToken ct)
    {
        foreach (var (person, since) in latest) if (time.GetElapsedTime(since.At) > Remembered) latest.TryRemove(new(person, since));
        latest[(tenant, user)] = (Interlocked.Increment(ref heard), time.GetTimestamp());
        return ChangeAsync(tenant, user, _ => new Chat(conversation, Barrier: null), ct);
    }

    /// <summary>The person removed RetroBot: nothing is sent until they come back.</summary>
    public Task LeftAsync(TenantId tenant, UserId user, CancellationToken ct) => ChangeAsync(tenant, user, known => known with { Barrier = ChatBarrier.NotInstalled }, ct);

    /// <summary>Keeps what a send has shown, unless the person wrote, or left, while it was under way: that is newer.</summary>
    public async Task<KnownChat> KeepAsync(TenantId tenant, UserId user, KnownChat known, Chat now, CancellationToken ct)
    {
        if (now == known.Chat) return known;
        var version = await SaveAsync(tenant, user, now, known.Version, ct);
        // Whoever wrote before this found nothing in the way, and so changed nothing.
        if (version is not null && now.Barrier is not null && latest.TryGetValue((tenant, user), out var since) && since.Heard > known.Heard) await ChangeAsync(tenant, user, chat => chat with { Barrier = null }, ct);
        return known with { Chat = now, Version = version ?? known.Version };
    }

    private async Task ChangeAsync(TenantId tenant, UserId user, Func<Chat, Chat> change, CancellationToken ct)
    {
        while (true)
        {
            var known = await chats.OfAsync(tenant, user, ct);
            var now = change(known.Value);
            if (now == known.Value || await SaveAsync(tenant, user, now, known.Version, ct) is not null) return;
        }
    }

    private Task<string?> SaveAsync(TenantId tenant, UserId user, Chat chat, string version, CancellationToken ct) =>
        chats.SaveAsync(tenant, user, chat, time.GetUtcNow().ToInstant().InUtc().Date, version, ct);
}
