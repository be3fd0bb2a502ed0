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
        await SaveAsync(tenant, user, new Chat("a:1", ChatBarrier.Blocked), Day);
        await SaveAsync(tenant, user, new Chat("a:2", Barrier: null), Day);
        Assert.Equal(new Chat("a:2", Barrier: null), (await Stores.Chats.OfAsync(tenant, user, Ct)).Value);
    }

    [Theory]
    [InlineData(ChatBarrier.Blocked)]
    [InlineData(ChatBarrier.NotInstalled)]
    public async Task A_barrier_is_kept_with_and_without_the_chat_it_stands_before(ChatBarrier barrier)
    {
        await SaveAsync(Samples.Tenant, User, new Chat("a:1", barrier), Day);
        await SaveAsync(Samples.Tenant, new UserId("other"), new Chat(Conversation: null, barrier), Day);
        Assert.Equal(new Chat("a:1", barrier), (await Stores.Chats.OfAsync(Samples.Tenant, User, Ct)).Value);
        Assert.Equal(new Chat(null, barrier), (await Stores.Chats.OfAsync(Samples.Tenant, new UserId("other"), Ct)).Value);
    }

    [Fact]
    public async Task Of_whom_nothing_is_known_nothing_is_kept()
    {
        Assert.Equal(Chat.Unknown, (await Stores.Chats.OfAsync(Samples.Tenant, User, Ct)).Value);
        await SaveAsync(Samples.Tenant, User, new Chat("a:1", Barrier: null), Day);
        await SaveAsync(Samples.Tenant, User, Chat.Unknown, Day);
        await SaveAsync(Samples.Tenant, User, Chat.Unknown, Day);
        Assert.Equal(Chat.Unknown, (await Stores.Chats.OfAsync(Samples.Tenant, User, Ct)).Value);
    }

    [Fact]
    public async Task A_tenant_s_are_deleted_and_no_other_s()
    {
        (TenantId Left, TenantId Other) = (new("tenant"), new("tenant2"));
        foreach (var tenant in (TenantId[])[Left, Other]) await SaveAsync(tenant, User, new Chat("a:1", Barrier: null), Day);

        await Stores.Chats.RemoveAsync(Left, Ct);

        Assert.Equal((true, false), ((await Stores.Chats.OfAsync(Left, User, Ct)).Value == Chat.Unknown, (await Stores.Chats.OfAsync(Other, User, Ct)).Value == Chat.Unknown));
    }

    [Fact]
    public async Task What_was_written_before_a_day_goes_in_every_tenant_and_what_was_written_on_it_stays()
    {
        (TenantId Tenant, LocalDate Written)[] kept = [(new("one"), Day.PlusDays(-1)), (new("other"), new LocalDate(2025, 12, 31)), (new("third"), Day)];
        foreach (var (tenant, written) in kept) await SaveAsync(tenant, User, new Chat("a:1", Barrier: null), written);

        await Stores.Chats.RemoveBeforeAsync(Day, Ct);
        await Stores.Chats.RemoveBeforeAsync(Day, Ct);

        var left = await kept.ToAsyncEnumerable().Where(async (chat, ct) => (await Stores.Chats.OfAsync(chat.Tenant, User, ct)).Value != Chat.Unknown).Select(chat => chat.Tenant.Value).ToListAsync(Ct);
        Assert.Equal("third", Assert.Single(left));
    }

    [Fact]
    public async Task Whoever_has_read_what_is_not_so_any_more_changes_nothing()
    {
        var unknown = await Stores.Chats.OfAsync(Samples.Tenant, User, Ct);
        var first = await Stores.Chats.SaveAsync(Samples.Tenant, User, new Chat("a:1", Barrier: null), Day, unknown.Version, Ct);
        Assert.Equal(first, (await Stores.Chats.OfAsync(Samples.Tenant, User, Ct)).Version);
        Assert.NotNull(await Stores.Chats.SaveAsync(Samples.Tenant, User, new Chat("a:2", Barrier: null), Day, first!, Ct));

        foreach (var stale in (string[])[unknown.Version, first!])
            Assert.Null(await Stores.Chats.SaveAsync(Samples.Tenant, User, new Chat("a:1", ChatBarrier.Blocked), Day, stale, Ct));
        Assert.Null(await Stores.Chats.SaveAsync(Samples.Tenant, User, Chat.Unknown, Day, first!, Ct));
        Assert.Equal(new Chat("a:2", Barrier: null), (await Stores.Chats.OfAsync(Samples.Tenant, User, Ct)).Value);
    }

    [Fact]
    public async Task What_is_known_of_somebody_is_deleted_whatever_it_is_and_can_be_learned_anew()
    {
        await SaveAsync(Samples.Tenant, User, new Chat("a:1", ChatBarrier.Blocked), Day);
        await Stores.Chats.RemoveAsync(Samples.Tenant, User, Ct);
        await Stores.Chats.RemoveAsync(Samples.Tenant, User, Ct);
        Assert.Equal(Chat.Unknown, (await Stores.Chats.OfAsync(Samples.Tenant, User, Ct)).Value);

        await SaveAsync(Samples.Tenant, User, new Chat("a:2", Barrier: null), Day);
        Assert.Equal(new Chat("a:2", Barrier: null), (await Stores.Chats.OfAsync(Samples.Tenant, User, Ct)).Value);
    }

    private async Task SaveAsync(TenantId tenant, UserId user, Chat chat, LocalDate on) =>
        Assert.NotNull(await Stores.Chats.SaveAsync(tenant, user, chat, on, (await Stores.Chats.OfAsync(tenant, user, Ct)).Version, Ct));
}
