using Microsoft.Extensions.DependencyInjection;
using RetroBot.Cards;
using RetroBot.Cards.Commands;
using RetroBot.Core.Deliveries;
using RetroBot.Core.People;
using RetroBot.Host;
using RetroBot.Host.Retention;
using RetroBot.Simulation;
using RetroBot.Simulation.Connector;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Deliveries;

/// <summary>RetroBot remembers where people's chats are, leaves those alone who blocked it, and does not forget that they came back.</summary>
public sealed class ChatTests(StorageEmulator emulator)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_chat_that_is_known_is_not_made_again()
    {
        await using var world = await AfterARoundAsync();
        var made = world.Teams.Requests.Count(ConnectorOperation.CreateConversation);
        Assert.Equal(5, made);

        await NextRoundAsync(world);

        Assert.All(world.Team.Members, member => Assert.Equal(2, world.Teams.Inbox(member).Count));
        Assert.Equal(made, world.Teams.Requests.Count(ConnectorOperation.CreateConversation));
    }

    [Fact]
    public async Task Whoever_blocked_the_bot_is_not_tried_again_until_they_write_to_it()
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.InstallAsync(Ct);
        var person = world.Team.Members[2];
        person.HasBlockedTheBot = true;
        await world.OpenInstalledAsync(Ct);
        var requests = RequestsTo(world, person);

        await CloseAsync(world);
        await NextRoundAsync(world);
        Assert.Equal(requests, RequestsTo(world, person));
        Assert.Equal("Blocked RetroBot: 1", await world.StatusAsync(Ct));

        person.HasBlockedTheBot = false;
        await world.As(person).SayInPersonalAsync("hello", Ct);
        await CloseAsync(world);
        await NextRoundAsync(world);
        Assert.Equal("", await world.StatusAsync(Ct));
        Assert.Contains(world.Teams.Inbox(person), received => received.Card?.GetRawText().Contains("Week", StringComparison.OrdinalIgnoreCase) == true);
    }

    [Fact]
    public async Task Whoever_writes_is_not_left_alone_any_more_even_if_what_they_asked_for_fails()
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct, change: services => services.AddSingleton<ICommand, FailingCommand>());
        await world.InstallAsync(Ct);
        var person = world.Team.Members[2];
        person.HasBlockedTheBot = true;
        await world.OpenInstalledAsync(Ct);
        Assert.Single(await world.RowsAsync("chats", Ct), row => row.ContainsKey("Barrier"));

        person.HasBlockedTheBot = false;
        await world.As(person).SayInPersonalAsync(FailingCommand.Said, Ct);

        Assert.Contains(world.Bot.Log.Lines, line => line.Text.Contains("Scripted.", StringComparison.Ordinal));
        Assert.DoesNotContain(await world.RowsAsync("chats", Ct), row => row.ContainsKey("Barrier"));
    }

    [Fact]
    public async Task Whoever_lacks_the_app_is_sent_the_card_once_they_have_it()
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.InstallAsync(Ct);
        var person = world.Team.Members[2];
        person.LacksTheApp = true;
        await world.OpenInstalledAsync(Ct);
        var requests = RequestsTo(world, person);
        await CloseAsync(world);

        await NextRoundAsync(world);
        Assert.Equal((requests, DeliveryState.NotInstalled), (RequestsTo(world, person), await world.StateOfAsync(person, Ct)));

        await world.As(person).InstallPersonalAsync(ct: Ct);
        await CloseAsync(world);
        await NextRoundAsync(world);
        Assert.Equal(DeliveryState.Sent, await world.StateOfAsync(person, Ct));
    }

    [Fact]
    public async Task Whoever_removed_the_app_is_left_alone_without_a_request_and_an_upgrade_changes_nothing()
    {
        await using var world = await AfterARoundAsync();
        var (gone, upgraded) = (world.Team.Members[2], world.Team.Members[3]);
        await world.As(gone).PostAsync(world.As(gone).Compose.PersonalInstallation("remove"), Ct);
        foreach (var action in (string[])["remove-upgrade", "add-upgrade"]) await world.As(upgraded).PostAsync(world.As(upgraded).Compose.PersonalInstallation(action), Ct);
        var requests = RequestsTo(world, gone);

        await NextRoundAsync(world);

        Assert.Equal(requests, RequestsTo(world, gone));
        Assert.Equal("Don't have the app: 1", await world.StatusAsync(Ct));
        Assert.Equal(DeliveryState.Sent, await world.StateOfAsync(upgraded, Ct));
    }

    [Fact]
    public async Task A_chat_that_was_deleted_is_made_anew_once_and_that_is_said_in_the_log()
    {
        await using var world = await AfterARoundAsync();
        var person = world.Team.Members[2];
        world.Teams.Faults.Add(Fault.Refuses(404, "ConversationNotFound"), on: request => request.IsSend && request.Person == person);

        await NextRoundAsync(world);
        await world.WorkAfterAsync(TimeSpan.FromSeconds(2), Ct);

        Assert.Equal(DeliveryState.Sent, await world.StateOfAsync(person, Ct));
        Assert.Equal(6, world.Teams.Requests.Count(ConnectorOperation.CreateConversation));
        Assert.Single(world.Bot.Log.Lines, line => line.Text.Contains("404 ConversationNotFound", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_chat_that_stays_gone_is_not_made_again_and_again_and_counts_as_not_reachable()
    {
        await using var world = await AfterARoundAsync();
        var person = world.Team.Members[2];
        world.Teams.Faults.Add(Fault.Refuses(404, "ConversationNotFound"), on: request => request.IsSend && request.Person == person, times: int.MaxValue);

        await NextRoundAsync(world);
        await world.WorkAfterAsync(TimeSpan.FromMinutes(5), Ct);

        Assert.Equal("Not reachable: 1", await world.StatusAsync(Ct));
        Assert.Equal(6, world.Teams.Requests.Count(ConnectorOperation.CreateConversation));
    }

    [Fact]
    public async Task Pressing_a_card_s_buttons_writes_nothing_about_the_chat()
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.OpenAsync(Ct);
        var person = world.Team.Members[2];
        var chats = await world.RowsAsync("chats", Ct);
        var (store, tenant, user) = (world.Bot.Services.GetRequiredService<IChatStore>(), world.Round().Team.Tenant, new UserId($"{person.ObjectId}"));
        await store.SaveAsync(tenant, user, new Chat("another", ChatBarrier.Blocked), new(2026, 11, 1), (await store.OfAsync(tenant, user, Ct)).Version, Ct);
        var before = await world.RowsAsync("chats", Ct);

        await World.ChooseAsync(world.As(person), world.CardOf(person), "nothingToReport", Ct);

        Assert.Equal(5, chats.Count);
        Assert.Equal(before.Select(row => $"{row.RowKey} {row.ETag}"), (await world.RowsAsync("chats", Ct)).Select(row => $"{row.RowKey} {row.ETag}"));
    }

    [Fact]
    public async Task A_message_in_a_group_s_chat_does_not_make_that_the_person_s_own()
    {
        await using var world = await AfterARoundAsync();
        var person = world.As(world.Team.Members[2]);
        var before = (await world.RowsAsync("chats", Ct)).Select(row => $"{row.RowKey} {row.ETag}").ToList();
        var message = person.Compose.PersonalMessage("help");
        message["conversation"]!["id"] = "19:a-group@thread.v2";
        (message["conversation"]!["conversationType"], message["conversation"]!["isGroup"]) = ("groupChat", true);

        await person.PostAsync(message, Ct);

        Assert.Equal(before, (await world.RowsAsync("chats", Ct)).Select(row => $"{row.RowKey} {row.ETag}"));
    }

    [Fact]
    public async Task A_message_that_says_nothing_new_about_the_chat_writes_nothing()
    {
        await using var world = await AfterARoundAsync();
        var before = (await world.RowsAsync("chats", Ct)).Select(row => $"{row.RowKey} {row.ETag}").ToList();
        Assert.Equal(5, before.Count);

        await world.As(world.Team.Members[2]).SayInPersonalAsync("hello", Ct);

        Assert.Equal(before, (await world.RowsAsync("chats", Ct)).Select(row => $"{row.RowKey} {row.ETag}"));
    }

    [Fact]
    public async Task A_chat_of_which_nothing_was_heard_for_a_year_is_forgotten()
    {
        await using var world = await AfterARoundAsync();
        world.Time.Advance(TimeSpan.FromDays(300));
        await world.As(world.Team.Members[2]).PostAsync(world.As(world.Team.Members[2]).Compose.PersonalInstallation("remove"), Ct);

        world.Time.Advance(TimeSpan.FromDays(66));
        await world.Bot.Services.GetRequiredService<RetentionWorker>().RunOnceAsync(Ct);

        Assert.Equal($"{world.Team.Members[2].ObjectId}", Assert.Single(await world.RowsAsync("chats", Ct)).RowKey);
    }

    private async Task<World> AfterARoundAsync()
    {
        var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.OpenAsync(Ct);
        await CloseAsync(world);
        return world;
    }

    private static async Task CloseAsync(World world)
    {
        await world.CloseAsync(Ct);
        world.Time.Advance(TimeSpan.FromDays(7));
    }

    private static Task NextRoundAsync(World world) => world.OpenInstalledAsync(Ct);

    private static int RequestsTo(World world, SimulatedPerson person) => world.Teams.Requests.All.Count(recorded => recorded.Request.Person == person);

    private sealed class FailingCommand : ICommand
    {
        public const string Said = "help";

        public Command Name => Command.Help;

        public bool InChannel => false;

        public Task<Card> HandleAsync(Turn turn, CancellationToken ct) => throw new InvalidOperationException("Scripted.");
    }
}
