using NodaTime.Extensions;
using RetroBot.Core.Deliveries;
using RetroBot.Core.People;

namespace RetroBot.Host.Deliveries;

/// <summary>What is known of people's own chats. It is written when it changes, and never because somebody pressed a button: the time of such a row would tell who answered when.</summary>
internal sealed class ChatBook(IChatStore chats, TimeProvider time)
{
    public Task<Chat> OfAsync(TenantId tenant, UserId user, CancellationToken ct) => chats.OfAsync(tenant, user, ct);

    /// <summary>The person wrote to RetroBot or installed it: whatever was in the way is not any more.</summary>
    public async Task OpenedAsync(TenantId tenant, UserId user, string conversation, CancellationToken ct) =>
        await KeepAsync(tenant, user, await OfAsync(tenant, user, ct), new Chat(conversation, Barrier: null), ct);

    /// <summary>The person removed RetroBot: nothing is sent until they come back.</summary>
    public async Task LeftAsync(TenantId tenant, UserId user, CancellationToken ct)
    {
        var known = await OfAsync(tenant, user, ct);
        await KeepAsync(tenant, user, known, known with { Barrier = ChatBarrier.NotInstalled }, ct);
    }

    public async Task KeepAsync(TenantId tenant, UserId user, Chat known, Chat now, CancellationToken ct)
    {
        if (now != known) await chats.SaveAsync(tenant, user, now, time.GetUtcNow().ToInstant().InUtc().Date, ct);
    }
}
