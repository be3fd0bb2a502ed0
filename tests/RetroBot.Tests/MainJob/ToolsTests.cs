using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using NodaTime.Extensions;
using RetroBot.Cards.Rounds;
using RetroBot.Core.Deliveries;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;
using RetroBot.Host.Rounds;
using RetroBot.Simulation.Client;
using RetroBot.Simulation.Connector;
using RetroBot.Tests.CaseStudies;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.MainJob;

/// <summary>A team does without a tool for a while, and is not asked about it.</summary>
public sealed class ToolsTests(StorageEmulator emulator)
{
    private static readonly Dictionary<string, string> Tools = new(StringComparer.Ordinal) { ["tools"] = "Copilot, Claude", ["zone"] = "UTC", ["time"] = "09:00", ["day"] = "friday" };
    private static readonly Dictionary<string, string> NoClaude = new(StringComparer.Ordinal) { ["tool"] = "Claude", ["ground"] = "cost", ["reason"] = "Ask Chidi Okafor: the contract ended.", ["review"] = "2026-12-01" };

    /// <summary>The day of its review, at the hour at which rounds open.</summary>
    private static readonly DateTimeOffset NoClaudeDay = new(2026, 12, 1, 9, 0, 0, TimeSpan.Zero);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_left_out_is_offered_on_no_card_from_the_next_round_on_and_then_again()
    {
        await using var world = await SetUpAsync();
        await world.OpenInstalledAsync(Ct);
        var before = await DetailsAsync(world);

        var saved = await LeaveOutAsync(world, NoClaude);
        var meanwhile = await DetailsAsync(world);
        await NextRoundAsync(world);
        var after = await DetailsAsync(world);
        var form = CardText.Of(await new Author(world, world.Team.Members[2]).FormAsync());
        var offered = await world.Lead.PressAsync(world.Teams.Posts(world.Team.General).Last(post => CardText.Of(post.Card).Contains("Tools of your team", StringComparison.Ordinal)), saved.Card!.Value, ToolsCard.OfferVerb, ct: Ct);
        await NextRoundAsync(world);

        Assert.Contains("Ask […]: the contract ended.", CardText.Of(saved.Card).Replace("\\", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("Claude is offered again, from the next round on.", CardText.Of(offered.Card), StringComparison.Ordinal);
        Assert.All((string[])[before, meanwhile, await DetailsAsync(world)], card => Assert.Contains("Claude", card, StringComparison.Ordinal));
        Assert.All((string[])[after, form], card => Assert.DoesNotContain("Claude", card, StringComparison.Ordinal));
        Assert.All((string[])[after, form], card => Assert.Contains("Copilot", card, StringComparison.Ordinal));
    }

    [Fact]
    public async Task On_the_day_of_the_review_the_channel_is_asked_once_by_any_number_of_instances()
    {
        await using var world = await SetUpAsync();
        await LeaveOutAsync(world, NoClaude);

        await world.Bot.WorkAsync(Ct);
        world.Time.Advance(new DateTimeOffset(2026, 12, 1, 8, 59, 59, TimeSpan.Zero) - world.Time.GetUtcNow());
        await world.Bot.WorkAsync(Ct);
        Assert.Empty(Questions(world));
        world.Time.Advance(TimeSpan.FromSeconds(1));
        var keeper = world.Bot.Services.GetRequiredService<RoundKeeper>();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => keeper.AdvanceAsync(IdOf(world), Ct)));
        world.Time.Advance(TimeSpan.FromHours(2));
        await world.Bot.WorkAsync(Ct);

        Assert.Contains("Claude", Assert.Single(Questions(world)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_that_Teams_is_too_busy_for_is_asked_later_and_one_of_which_nobody_knows_is_not_asked_again()
    {
        await using var world = await SetUpAsync();
        await LeaveOutAsync(world, NoClaude);
        var channel = new Channel();
        world.Time.MoveTo(NoClaudeDay);

        Assert.IsType<ToolReviewOutcome.PutOff>(await AskAsync(world, channel));
        channel.Outcome = new AskOutcome.Ended();
        Assert.IsType<ToolReviewOutcome.Changed>(await AskAsync(world, channel));
        Assert.Equal(new ToolReviewOutcome.NothingDue(Next: null), await AskAsync(world, channel));
        Assert.Equal(2, channel.Asked);
    }

    [Fact]
    public async Task A_channel_that_asks_for_patience_is_left_alone_for_as_long()
    {
        await using var world = await SetUpAsync();
        await LeaveOutAsync(world, NoClaude);
        world.Time.MoveTo(NoClaudeDay);

        await AskAsync(world, new Channel { Outcome = new AskOutcome.NotNow(Duration.FromMinutes(42)) });

        Assert.Equal(NoClaudeDay.ToInstant() + Duration.FromMinutes(42), (await TeamAsync(world)).Due);
    }

    [Fact]
    public async Task A_channel_that_refuses_for_good_is_tried_less_and_less_often_and_given_up_after_a_day()
    {
        await using var world = await SetUpAsync();
        await LeaveOutAsync(world, NoClaude);
        var channel = new Channel();
        List<Duration> waits = [];
        world.Time.MoveTo(NoClaudeDay);

        while (await AskAsync(world, channel) is ToolReviewOutcome.PutOff)
        {
            waits.Add((await TeamAsync(world)).Due!.Value - world.Time.GetUtcNow().ToInstant());
            world.Time.Advance(waits[^1].ToTimeSpan());
        }

        Assert.Equal(waits.Order(), waits);
        Assert.Equal(Backoff.Longest, waits[^1]);
        Assert.InRange(Duration.FromSeconds(waits.Sum(wait => wait.TotalSeconds)), Duration.FromHours(24), Duration.FromHours(25));
        Assert.Equal(new ToolReviewOutcome.NothingDue(Next: null), await AskAsync(world, channel));
        Assert.Equal(waits.Count + 1, channel.Asked);
        Assert.Equal("Claude", Assert.Single(await OptOutsAsync(world)).Tool);
    }

    [Fact]
    public async Task A_refused_question_keeps_no_round_waiting_and_whoever_wants_the_team_looked_at_meanwhile_has_it_looked_at()
    {
        await using var world = await SetUpAsync();
        await LeaveOutAsync(world, NoClaude);
        world.Time.MoveTo(NoClaudeDay);
        var (earlier, other) = (NoClaudeDay.ToInstant() + Duration.FromSeconds(5), NoClaudeDay.ToInstant() - Duration.FromSeconds(1));

        await AskAsync(world, new Channel { Outcome = new AskOutcome.NotNow(Duration.FromMinutes(42)) }, earlier);
        Assert.Equal(earlier, (await TeamAsync(world)).Due);

        await AskAsync(world, new Channel { Outcome = new AskOutcome.NotNow(Duration.FromMinutes(42)), Meanwhile = () => Change(team => team with { Due = other }) });
        Assert.Equal(other, (await TeamAsync(world)).Due);

        async Task Change(Func<Team, Team> change)
        {
            var found = (await Teams(world).FindAsync(IdOf(world), Ct))!;
            await Teams(world).SaveAsync(change(found.Value), found.Version, Ct);
        }
    }

    [Fact]
    public async Task Whatever_Teams_answers_to_a_question_it_stands_in_the_channel_at_most_once()
    {
        await using var world = await SetUpAsync();
        await LeaveOutAsync(world, NoClaude);
        var channel = world.Bot.Services.GetRequiredService<IReviewChannel>();
        var team = await TeamAsync(world);
        List<string> wrong = [];

        foreach (var fault in KnownFaults.All)
        {
            var before = Questions(world).Count;
            world.Teams.Faults.Add(fault.Fault, on: request => request.IsSend);
            var isForLater = await channel.AskAsync(team, team.OptOuts[0], Ct) is AskOutcome.NotNow;
            var asked = Questions(world).Count - before;
            if (isForLater != fault.Meaning is FaultMeaning.NotNow or FaultMeaning.NotThisBot || (isForLater && asked > 0)) wrong.Add($"{fault.Name}: {asked} asked, {(isForLater ? "again later" : "not again")}");
            world.Time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("tool", "Abacus", "Choose one of the tools")]
    [InlineData("ground", "", "Choose a reason")]
    [InlineData("ground", "mood", "Choose a reason")]
    [InlineData("reason", "Chidi Okafor", "up to 200 characters")]
    [InlineData("reason", "\u202E\u200B", "up to 200 characters")]
    [InlineData("review", "2026-11-16", "from tomorrow to two years")]
    [InlineData("review", "2028-11-17", "from tomorrow to two years")]
    [InlineData("review", "soon", "from tomorrow to two years")]
    public async Task What_cannot_be_used_is_marked_and_nothing_is_left_out(string field, string value, string said)
    {
        await using var world = await SetUpAsync();
        await world.Lead.SayInChannelAsync(world.Team.General, "tools", ct: Ct);
        var data = new JsonObject(NoClaude.Select(one => KeyValuePair.Create<string, JsonNode?>(one.Key, one.Key == field ? value : one.Value)));

        var answer = await world.Lead.InvokeAsync(world.Teams.Posts(world.Team.General)[^1], ToolsCard.Verb, data, Ct);

        Assert.Contains("attention", answer.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(said, CardText.Of(answer.Card), StringComparison.Ordinal);
        Assert.Empty(await OptOutsAsync(world));
    }

    [Fact]
    public async Task Nobody_but_a_lead_leaves_a_tool_out_or_takes_it_back()
    {
        await using var world = await SetUpAsync();
        await LeaveOutAsync(world, NoClaude);
        var other = world.As(world.Team.Members[1]);
        var card = world.Teams.Posts(world.Team.General)[^1];

        await other.SayInChannelAsync(world.Team.General, "tools", ct: Ct);
        var refused = CardText.Of(world.Teams.Posts(world.Team.General)[^1].Card);
        await other.InvokeAsync(card, ToolsCard.OfferVerb, new JsonObject { ["tool"] = "Claude" }, Ct);
        await other.InvokeAsync(card, ToolsCard.Verb, new JsonObject { ["tool"] = "Copilot", ["ground"] = "other", ["reason"] = "so", ["review"] = "2026-12-01" }, Ct);

        Assert.Contains("Only a lead", refused, StringComparison.Ordinal);
        Assert.Equal("Claude", Assert.Single(await OptOutsAsync(world)).Tool);
    }

    [Fact]
    public async Task A_tool_that_setup_drops_is_not_left_out_any_more()
    {
        await using var world = await SetUpAsync();
        await LeaveOutAsync(world, NoClaude);

        await world.SetUpAsync(new(Tools, StringComparer.Ordinal) { ["tools"] = "Copilot" }, Ct);

        Assert.Empty(await OptOutsAsync(world));
    }

    private async Task<World> SetUpAsync()
    {
        var world = await World.StartAsync(emulator, members: 3, Ct);
        world.Team.AddPerson("Chidi Okafor");
        await world.InstallAsync(Ct);
        await world.SetUpAsync(Tools, Ct);
        return world;
    }

    private static async Task<BotAnswer> LeaveOutAsync(World world, Dictionary<string, string> typed)
    {
        await world.Lead.SayInChannelAsync(world.Team.General, "tools", ct: Ct);
        return await world.Lead.PressAsync(world.Teams.Posts(world.Team.General)[^1], ToolsCard.Verb, typed, Ct);
    }

    private static async Task NextRoundAsync(World world)
    {
        await world.CloseAsync(Ct);
        world.Time.Advance(TimeSpan.FromDays(7));
        await world.OpenInstalledAsync(Ct);
    }

    /// <summary>The second step of the check-in, where the tool is chosen.</summary>
    private static async Task<string> DetailsAsync(World world) =>
        CardText.Of((await World.ChooseAsync(world.As(world.Team.Members[1]), world.CardOf(world.Team.Members[1]), "helped", Ct)).Card);

    private static IReadOnlyList<string> Questions(World world) =>
        [.. world.Teams.Posts(world.Team.General).Where(post => post.ReplyToId is null).Select(post => CardText.Of(post.Card)).Where(text => text.Contains("still", StringComparison.Ordinal) && text.Contains("Offer it again", StringComparison.Ordinal))];

    private static async Task<IReadOnlyList<ToolOptOut>> OptOutsAsync(World world) => (await TeamAsync(world)).OptOuts;

    private static TeamId IdOf(World world) => new(new TenantId(world.Team.Tenant.Id.ToString()), world.Team.Id);

    private static ITeamStore Teams(World world) => world.Bot.Services.GetRequiredService<ITeamStore>();

    private static async Task<Team> TeamAsync(World world) => (await Teams(world).FindAsync(IdOf(world), Ct))!.Value;

    private static async Task<ToolReviewOutcome> AskAsync(World world, Channel channel, Instant? due = null)
    {
        var reviews = new ToolReviews(Teams(world), channel, QuietHours.None, world.Time, NullLogger<ToolReviews>.Instance);
        return await reviews.AskAsync((await Teams(world).FindAsync(IdOf(world), Ct))!, due, Ct);
    }

    /// <summary>Takes nothing until it is said to; then it takes the question, or nobody knows.</summary>
    private sealed class Channel : IReviewChannel
    {
        public AskOutcome Outcome { get; set; } = new AskOutcome.NotNow(After: null);

        public Func<Task> Meanwhile { get; init; } = () => Task.CompletedTask;

        public int Asked { get; private set; }

        public async Task<AskOutcome> AskAsync(Team team, ToolOptOut optOut, CancellationToken ct)
        {
            Asked++;
            await Meanwhile();
            return Outcome;
        }
    }
}
