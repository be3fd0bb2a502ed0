using NodaTime;
using RetroBot.Core.Deliveries;
using RetroBot.Core.People;
using Xunit;

namespace RetroBot.Tests.Contracts;

public abstract class ChatStoreContract : StoreContract
{
    private static readonly UserId User = new("user");
    private static readonly LocalDate Day = new(2026, 11, 20);

    public static TheoryData<string> AwkwardIds => Samples.AwkwardIds;

    [Theory]
    [MemberData(nameof(AwkwardIds))]
    public async Task What_was_learned_last_is_kept(string id)
    {
        var (tenant, user) = (new TenantId(id), new UserId(id));
        await Stores.Chats.SaveAsync(tenant, user, new Chat("a:1", ChatBarrier.Blocked), Day, Ct);
        await Stores.Chats.SaveAsync(tenant, user, new Chat("a:2", Barrier: null), Day, Ct);
        Assert.Equal(new Chat("a:2", Barrier: null), await Stores.Chats.OfAsync(tenant, user, Ct));
    }

    [Theory]
    [InlineData(ChatBarrier.Blocked)]
    [InlineData(ChatBarrier.NotInstalled)]
    public async Task A_barrier_is_kept_with_and_without_the_chat_it_stands_before(ChatBarrier barrier)
    {
        await Stores.Chats.SaveAsync(Samples.Tenant, User, new Chat("a:1", barrier), Day, Ct);
        await Stores.Chats.SaveAsync(Samples.Tenant, new UserId("other"), new Chat(Conversation: null, barrier), Day, Ct);
        Assert.Equal(new Chat("a:1", barrier), await Stores.Chats.OfAsync(Samples.Tenant, User, Ct));
        Assert.Equal(new Chat(null, barrier), await Stores.Chats.OfAsync(Samples.Tenant, new UserId("other"), Ct));
    }

    [Fact]
    public async Task Of_whom_nothing_is_known_nothing_is_kept()
    {
        Assert.Equal(Chat.Unknown, await Stores.Chats.OfAsync(Samples.Tenant, User, Ct));
        await Stores.Chats.SaveAsync(Samples.Tenant, User, new Chat("a:1", Barrier: null), Day, Ct);
        await Stores.Chats.SaveAsync(Samples.Tenant, User, Chat.Unknown, Day, Ct);
        await Stores.Chats.SaveAsync(Samples.Tenant, User, Chat.Unknown, Day, Ct);
        Assert.Equal(Chat.Unknown, await Stores.Chats.OfAsync(Samples.Tenant, User, Ct));
    }

    [Fact]
    public async Task A_tenant_s_are_deleted_and_no_other_s()
    {
        (TenantId Left, TenantId Other) = (new("tenant"), new("tenant2"));
        foreach (var tenant in (TenantId[])[Left, Other]) await Stores.Chats.SaveAsync(tenant, User, new Chat("a:1", Barrier: null), Day, Ct);

        await Stores.Chats.RemoveAsync(Left, Ct);

        Assert.Equal((true, false), (await Stores.Chats.OfAsync(Left, User, Ct) == Chat.Unknown, await Stores.Chats.OfAsync(Other, User, Ct) == Chat.Unknown));
    }

    [Fact]
    public async Task What_was_written_before_a_day_goes_in_every_tenant_and_what_was_written_on_it_stays()
    {
        (TenantId Tenant, LocalDate Written)[] kept = [(new("one"), Day.PlusDays(-1)), (new("other"), new LocalDate(2025, 12, 31)), (new("third"), Day)];
        foreach (var (tenant, written) in kept) await Stores.Chats.SaveAsync(tenant, User, new Chat("a:1", Barrier: null), written, Ct);

        await Stores.Chats.RemoveBeforeAsync(Day, Ct);
        await Stores.Chats.RemoveBeforeAsync(Day, Ct);

        var left = await kept.ToAsyncEnumerable().Where(async (chat, ct) => await Stores.Chats.OfAsync(chat.Tenant, User, ct) != Chat.Unknown).Select(chat => chat.Tenant.Value).ToListAsync(Ct);
        Assert.Equal("third", Assert.Single(left));
    }
}
