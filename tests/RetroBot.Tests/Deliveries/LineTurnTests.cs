using Moq;
using NodaTime;
using RetroBot.Core;
using RetroBot.Core.Deliveries;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;
using RetroBot.Host.Deliveries;
using RetroBot.Host.Privacy;
using RetroBot.Tests.Local;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Deliveries;

/// <summary>A line says that its card is being sent only when it really is. Whoever waits for a turn, or for a chat, has been sent nothing, and a crash leaves no doubt of it.</summary>
public sealed class LineTurnTests
{
    private static readonly CheckInInvitation Invitation = DemoRounds.Invitation();
    private static readonly Round Round = Invitation.Round;

    private readonly TestTime time = new(Round.OpenedAt.ToDateTimeOffset());
    private readonly List<string> happened = [];
    private readonly ChannelPace pace;
    private readonly LineSender sender;
    private bool isThere = true;
    private SendResult result = new SendResult.Sent();
    private Chat chat = new("a:1", Barrier: null);

    public LineTurnTests()
    {
        var ledger = new Mock<ILedger>(MockBehavior.Strict);
        ledger.Setup(it => it.IncludesAsync(Round.Id, It.IsAny<UserId>(), It.IsAny<CancellationToken>())).ReturnsAsync(() => isThere);
        ledger.Setup(it => it.MoveAsync(Round.Id, It.IsAny<Delivery>(), It.IsAny<string>(), It.IsAny<CancellationToken>()))
            .Callback((RoundId _, Delivery line, string _, CancellationToken _) => Happens($"{line.User} is {line.State}")).ReturnsAsync("moved");
        var preferences = new Mock<IPreferenceStore>(MockBehavior.Strict);
        preferences.Setup(it => it.OfAsync(It.IsAny<TenantId>(), It.IsAny<UserId>(), It.IsAny<CancellationToken>())).ReturnsAsync(Preferences.Default);
        var chats = new Mock<IChatStore>();
        chats.Setup(it => it.OfAsync(It.IsAny<TenantId>(), It.IsAny<UserId>(), It.IsAny<CancellationToken>())).ReturnsAsync(() => new Versioned<Chat>(chat, "1"));
        var channel = new Mock<ICheckInSender>(MockBehavior.Strict);
        channel.Setup(it => it.MakeChatAsync(It.IsAny<Delivery>(), Invitation.Team, It.IsAny<CancellationToken>()))
            .Callback((Delivery to, Team _, CancellationToken _) => Happens($"{to.User} gets a chat")).ReturnsAsync(new SendResult.ChatMade("a:2"));
        channel.Setup(it => it.SendAsync(It.IsAny<Delivery>(), It.IsAny<CheckInInvitation>(), It.IsAny<string>(), It.IsAny<CancellationToken>()))
            .Callback((Delivery to, CheckInInvitation _, string conversation, CancellationToken _) => Happens($"{to.User} is sent a card into {conversation}")).ReturnsAsync(() => result);
        pace = new ChannelPace(requestsPerSecond: 1, time, time);
        sender = new LineSender(ledger.Object, preferences.Object, new ChatBook(chats.Object, time), channel.Object, pace, time);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_waits_for_a_turn_is_still_planned()
    {
        using var key = RoundKey.New(Round.Id);
        await HandleAsync("first", key);
        var second = HandleAsync("second", key);
        Assert.Equal(["first is Attempting", "first is sent a card into a:1", "first is Sent"], happened);

        time.Advance(TimeSpan.FromSeconds(2));
        await second;
        Assert.Equal(["second is Attempting", "second is sent a card into a:1", "second is Sent"], happened.Skip(3));
    }

    [Fact]
    public async Task A_chat_is_made_and_its_card_s_turn_waited_for_before_the_card_counts_as_being_sent()
    {
        chat = Chat.Unknown;
        using var key = RoundKey.New(Round.Id);
        var sent = HandleAsync("member", key);
        Assert.Equal(["member gets a chat"], happened);

        time.Advance(TimeSpan.FromSeconds(2));
        await sent;
        Assert.Equal(["member is Attempting", "member is sent a card into a:2", "member is Sent"], happened.Skip(1));
    }

    [Fact]
    public async Task Whose_line_is_gone_with_the_team_gets_no_chat()
    {
        (chat, isThere) = (Chat.Unknown, false);
        using var key = RoundKey.New(Round.Id);
        await HandleAsync("member", key);

        Assert.Empty(happened);
    }

    [Fact]
    public async Task Whose_turn_a_pause_takes_away_stays_planned_and_so_does_whoever_the_round_closes_on()
    {
        using var key = RoundKey.New(Round.Id);
        await HandleAsync("first", key);
        var (second, third) = (HandleAsync("second", key), HandleAsync("third", key));
        pace.Pause(Round.Id.Team.Tenant, Duration.FromMinutes(10));
        time.Advance(TimeSpan.FromSeconds(5));
        await Task.WhenAll(second, third);
        time.Advance(TimeSpan.FromMinutes(10));
        await HandleAsync("fourth", key);
        var late = HandleAsync("late", key);
        time.MoveTo(Round.ClosesAt.ToDateTimeOffset());
        await late;

        Assert.Equal(["first is Sent", "fourth is Sent"], happened.Where(what => what.EndsWith("Sent", StringComparison.Ordinal)));
        Assert.DoesNotContain(happened, what => what.StartsWith("second", StringComparison.Ordinal) || what.StartsWith("third", StringComparison.Ordinal) || what.StartsWith("late", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_is_refused_again_and_again_for_a_moment_does_not_keep_the_pass_from_its_end()
    {
        result = new SendResult.TryLater(Duration.FromSeconds(1));
        using var key = RoundKey.New(Round.Id);
        var sent = HandleAsync("member", key);
        for (var turn = 0; turn < 5; turn++) time.Advance(TimeSpan.FromSeconds(2));
        await sent;

        Assert.Equal(Enumerable.Repeat((string[])["member is Attempting", "member is sent a card into a:1", "member is RetryAt"], 3).SelectMany(tried => tried), happened);
    }

    private Task HandleAsync(string user, RoundKey key) => sender.HandleAsync(
        new RoundRun(Invitation.Team, Round, key, QuietHours.None, () => true), new Versioned<Delivery>(new Delivery(new UserId(user), $"29:{user}", DeliveryState.Planned), "planned"), Ct);

    private void Happens(string what)
    {
        lock (happened) happened.Add(what);
    }
}
