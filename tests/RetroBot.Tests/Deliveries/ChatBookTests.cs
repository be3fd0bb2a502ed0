using Moq;
using NodaTime;
using RetroBot.Core;
using RetroBot.Core.Deliveries;
using RetroBot.Core.People;
using RetroBot.Host.Deliveries;
using RetroBot.Tests.Contracts;
using RetroBot.Tests.Contracts.AzureTables;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Deliveries;

/// <summary>Somebody writes, or leaves, while a card is being sent to them.</summary>
public sealed class ChatBookTests(StorageEmulator emulator) : TableTest(emulator)
{
    private static readonly UserId User = new("user");
    private static readonly Chat Open = new("a:1", Barrier: null);
    private static readonly Chat Blocked = new("a:1", ChatBarrier.Blocked);
    private readonly TestTime time = new(World.Start);

    [Fact]
    public async Task What_a_send_has_shown_is_kept()
    {
        var book = NewBook();
        var made = await book.KeepAsync(Samples.Tenant, User, await KnownAsync(book), Open, Ct);
        await book.KeepAsync(Samples.Tenant, User, made, Blocked, Ct);

        Assert.Equal(Blocked, (await KnownAsync(book)).Chat);
    }

    [Fact]
    public async Task Whoever_writes_while_a_send_is_refused_is_not_blocked()
    {
        var book = NewBook();
        await book.OpenedAsync(Samples.Tenant, User, "a:1", Ct);
        var known = await KnownAsync(book);
        await book.OpenedAsync(Samples.Tenant, User, "a:1", Ct);
        await book.KeepAsync(Samples.Tenant, User, known, Blocked, Ct);

        Assert.Equal(Open, (await KnownAsync(book)).Chat);
    }

    [Fact]
    public async Task Whoever_wrote_before_the_send_began_is_blocked()
    {
        var book = NewBook();
        await book.OpenedAsync(Samples.Tenant, User, "a:1", Ct);
        await book.KeepAsync(Samples.Tenant, User, await KnownAsync(book), Blocked, Ct);

        Assert.Equal(Blocked, (await KnownAsync(book)).Chat);
    }

    [Fact]
    public async Task What_another_instance_has_learned_meanwhile_stands()
    {
        var (book, other) = (NewBook(), NewBook());
        var known = await KnownAsync(book);
        await other.OpenedAsync(Samples.Tenant, User, "a:2", Ct);
        await book.KeepAsync(Samples.Tenant, User, known, Blocked, Ct);

        Assert.Equal(new Chat("a:2", Barrier: null), (await KnownAsync(book)).Chat);
    }

    [Fact]
    public async Task Whoever_leaves_while_their_chat_is_made_has_left()
    {
        var book = NewBook();
        var known = await KnownAsync(book);
        await book.LeftAsync(Samples.Tenant, User, Ct);
        await book.KeepAsync(Samples.Tenant, User, known, Open, Ct);

        Assert.Equal(ChatBarrier.NotInstalled, (await KnownAsync(book)).Chat.Barrier);
    }

    [Fact]
    public async Task Somebody_who_writes_is_noted_although_a_send_was_faster()
    {
        var store = new Mock<IChatStore>(MockBehavior.Strict);
        store.SetupSequence(it => it.OfAsync(Samples.Tenant, User, Ct)).ReturnsAsync(new Versioned<Chat>(new Chat(null, ChatBarrier.NotInstalled), "1")).ReturnsAsync(new Versioned<Chat>(Blocked, "2"));
        store.Setup(it => it.SaveAsync(Samples.Tenant, User, Open, It.IsAny<LocalDate>(), "1", Ct)).ReturnsAsync((string?)null);
        store.Setup(it => it.SaveAsync(Samples.Tenant, User, Open, It.IsAny<LocalDate>(), "2", Ct)).ReturnsAsync("3");

        await new ChatBook(store.Object, time).OpenedAsync(Samples.Tenant, User, "a:1", Ct);

        store.Verify(it => it.SaveAsync(Samples.Tenant, User, Open, It.IsAny<LocalDate>(), "2", Ct), Times.Once);
    }

    private ChatBook NewBook() => new(Stores.Chats, time);

    private static Task<KnownChat> KnownAsync(ChatBook book) => book.OfAsync(Samples.Tenant, User, Ct);
}
