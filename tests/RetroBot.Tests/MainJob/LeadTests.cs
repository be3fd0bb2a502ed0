using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using RetroBot.Cards.Rounds;
using RetroBot.Core.Deliveries;
using RetroBot.Core.Rounds;
using RetroBot.Host.Deliveries;
using RetroBot.Simulation.Client;
using RetroBot.Simulation.Connector;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.MainJob;

/// <summary>What a lead may do, and nobody else.</summary>
public sealed class LeadTests(StorageEmulator emulator)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("setup")]
    [InlineData("open now")]
    [InlineData("close now")]
    public async Task Only_a_lead_s_word_counts(string command)
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.InstallAsync(Ct);

        await world.As(world.Team.Members[2]).SayInChannelAsync(world.Team.General, command, ct: Ct);
        await world.Bot.WorkAsync(Ct);

        Assert.Equal(2, world.Teams.Posts(world.Team.General).Count);
        Assert.Contains("lead", Text(world.Teams.Posts(world.Team.General)[^1]), StringComparison.OrdinalIgnoreCase);
        Assert.Empty(world.Teams.Inbox(world.Team.Members[3]));
    }

    [Fact]
    public async Task A_lead_sets_the_team_up_and_appoints_another_lead_who_may_then_open()
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.InstallAsync(Ct);
        var other = world.Team.Members[2];

        await world.SetUpAsync(new(StringComparer.Ordinal) { ["day"] = "tuesday", ["time"] = "10:15", ["zone"] = "Europe/Berlin", ["openDays"] = "2", ["threshold"] = "6", ["leads"] = other.ObjectId.ToString() }, Ct);
        await world.As(other).SayInChannelAsync(world.Team.General, "open now", ct: Ct);
        await world.Bot.WorkAsync(Ct);

        Assert.Single(world.Teams.Inbox(other));
    }

    [Fact]
    public async Task Names_of_tools_are_kept_without_what_nobody_sees()
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.InstallAsync(Ct);

        var saved = await world.SetUpAsync(new(StringComparer.Ordinal) { ["tools"] = "Co\u202epilot, Copilot, \u200b, Claude" }, Ct);

        Assert.Contains("Copilot, Claude", saved.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_setup_with_wrong_fields_comes_back_with_every_one_marked()
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.InstallAsync(Ct);
        await world.Lead.SayInChannelAsync(world.Team.General, "setup", ct: Ct);
        var form = world.Teams.Posts(world.Team.General)[^1];
        var data = CardAction.Find(form.Card!.Value, SetupCard.Verb).DataWith();
        data["threshold"] = 4;
        data["zone"] = "Atlantis/Capital";
        data["time"] = "25:00";
        data["tools"] = new string('x', 41);

        var answer = await world.Lead.InvokeAsync(form, SetupCard.Verb, data, Ct);

        Assert.Equal(4, Regex.Count(answer.Text, "\"style\": *\"attention\"", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task Removing_RetroBot_stops_it_at_once_and_deletes_what_an_open_round_holds()
    {
        await using var world = await World.StartAsync(emulator, members: 6, Ct);
        await world.OpenAsync(Ct);
        await World.AnswerAsync(world.As(world.Team.Members[1]), world.CardOf(world.Team.Members[1]), "helped", World.Details, Ct);
        var before = world.Teams.Requests.All.Count;

        await world.Lead.RemoveFromTeamAsync(world.Team, ct: Ct);
        world.Time.Advance(TimeSpan.FromDays(10));
        await world.Bot.WorkAsync(Ct);

        Assert.Equal(before, world.Teams.Requests.All.Count);
        Assert.Empty(await world.AnswerRowsAsync(Ct));
    }

    [Fact]
    public async Task Removing_RetroBot_while_cards_are_being_sent_stops_all_that_are_not_on_their_way()
    {
        var sender = new RemovedMeanwhile();
        await using var world = await World.StartAsync(emulator, members: 120, Ct, change: services =>
        {
            var own = services.Single(service => service.ServiceType == typeof(ICheckInSender));
            services.Replace(ServiceDescriptor.Singleton<ICheckInSender>(provider => sender.Over((ICheckInSender)ActivatorUtilities.CreateInstance(provider, own.ImplementationType!))));
        });
        sender.Remove = () => world.Lead.RemoveFromTeamAsync(world.Team, ct: Ct);

        await world.OpenAsync(Ct);
        var sent = sender.Begun;
        world.Time.Advance(TimeSpan.FromDays(1));
        await world.Bot.WorkAsync(Ct);

        Assert.InRange(sent, RemovedMeanwhile.RemovedAt, RemovedMeanwhile.RemovedAt + LineSender.AtOnce);
        Assert.Equal(sent, sender.Begun);
        Assert.DoesNotContain(await world.RowsAsync("rounds", Ct), row => row.RowKey.StartsWith("l|", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Added_again_in_the_same_week_RetroBot_says_that_the_week_s_round_is_over()
    {
        await using var world = await World.StartAsync(emulator, members: 3, Ct);
        await world.OpenAsync(Ct);
        await world.Lead.RemoveFromTeamAsync(world.Team, ct: Ct);
        await world.InstallAsync(Ct);

        await world.OpenInstalledAsync(Ct);

        Assert.Contains("held", Text(world.Teams.Posts(world.Team.General)[^1]), StringComparison.OrdinalIgnoreCase);
        Assert.Single(world.Teams.Inbox(world.Team.Members[1]));
    }

    private static string Text(ReceivedActivity activity) => activity.Card!.Value.GetRawText();

    /// <summary>Somebody removes RetroBot in the middle of a round's cards; those that are on their way go on when it is gone.</summary>
    private sealed class RemovedMeanwhile : ICheckInSender
    {
        public const int RemovedAt = 20;

        private readonly TaskCompletionSource removed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private ICheckInSender? over;
        private int begun;

        public int Begun => Volatile.Read(ref begun);

        public Func<Task> Remove { get; set; } = () => Task.CompletedTask;

        public RemovedMeanwhile Over(ICheckInSender sender)
        {
            over = sender;
            return this;
        }

        public Task<SendResult> MakeChatAsync(Delivery to, Team team, CancellationToken ct) => over!.MakeChatAsync(to, team, ct);

        public async Task<SendResult> SendAsync(Delivery to, CheckInInvitation invitation, string conversation, CancellationToken ct)
        {
            var number = Interlocked.Increment(ref begun);
            if (number == RemovedAt)
            {
                await Remove();
                removed.SetResult();
            }
            if (number > RemovedAt) await removed.Task;
            return await over!.SendAsync(to, invitation, conversation, ct);
        }
    }
}
