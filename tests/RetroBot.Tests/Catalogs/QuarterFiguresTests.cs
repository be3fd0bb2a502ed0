using Microsoft.Extensions.DependencyInjection;
using Moq;
using NodaTime;
using RetroBot.Core;
using RetroBot.Core.Catalogs;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.CheckIns;
using RetroBot.Core.Digests;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;
using RetroBot.Host.Retention;
using RetroBot.Host.Rounds;
using RetroBot.Tests.Contracts;
using RetroBot.Tests.Digests;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Catalogs;

/// <summary>When a quarter is over, its figures are made once, whatever becomes of its rounds afterwards.</summary>
public sealed class QuarterFiguresTests(StorageEmulator emulator)
{
    private static readonly DateTimeOffset Closed = new(2027, 1, 8, 0, 0, 0, TimeSpan.Zero);
    private static readonly Quarter Q4 = new(2026, 4);
    private static readonly TenantId Tenant = new("tenant");

    private readonly TestTime time = new(World.Start);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task They_are_made_a_week_after_the_quarter_from_the_rounds_of_all_teams()
    {
        await using var bot = await StartAsync();
        await HoldAsync(bot, "a", "b");

        time.MoveTo(Closed - TimeSpan.FromSeconds(1));
        Assert.True(await RunAsync(bot));
        Assert.Null(await FiguresAsync(bot));

        time.MoveTo(Closed);
        Assert.True(await RunAsync(bot));
        Assert.Equal(OrganisationFigures.Of(Q4, [.. RoundsOf("a"), .. RoundsOf("b")]), await FiguresAsync(bot));
    }

    [Fact]
    public async Task A_round_that_comes_late_changes_nothing()
    {
        await using var bot = await StartAsync();
        var made = await MadeAsync(bot);

        await HoldAsync(bot, "late");
        await RunAsync(bot);

        Assert.Equal(made, await FiguresAsync(bot));
    }

    [Fact]
    public async Task A_team_that_is_removed_changes_nothing()
    {
        await using var bot = await StartAsync();
        var made = await MadeAsync(bot);

        await bot.Services.GetRequiredService<Departure>().BeginAsync(new TeamId(Tenant, "a"), Ct);
        await RunAsync(bot);

        Assert.Equal(made, await FiguresAsync(bot));
    }

    [Fact]
    public async Task Counts_that_are_deleted_later_change_nothing()
    {
        await using var bot = await StartAsync();
        var made = await MadeAsync(bot);

        time.Advance(TimeSpan.FromDays(7 * RetentionPeriod.MostWeeks));
        await RunAsync(bot);

        Assert.Empty(await bot.Services.GetRequiredService<IRoundStore>().TalliedAsync(new TeamId(Tenant, "a"), new RoundName(2027, 30), Ct).ToListAsync(Ct));
        Assert.Equal(made, await FiguresAsync(bot));
    }

    [Fact]
    public async Task Counts_that_are_due_to_be_deleted_on_the_same_day_are_counted_first()
    {
        await using var bot = await StartAsync(weeksKept: 4);
        await HoldAsync(bot, "a", "b");
        time.MoveTo(Closed);

        await RunAsync(bot);

        Assert.Equal(OrganisationFigures.Of(Q4, [.. RoundsOf("a"), .. RoundsOf("b")]), await FiguresAsync(bot));
        Assert.Empty(await bot.Services.GetRequiredService<IRoundStore>().TalliedAsync(new TeamId(Tenant, "a"), new RoundName(2027, 30), Ct).ToListAsync(Ct));
    }

    [Fact]
    public async Task Where_counts_are_deleted_before_the_quarter_is_over_the_figures_rest_on_what_there_is_and_say_so()
    {
        await using var bot = await StartAsync(weeksKept: 4);
        await HoldAsync(bot, "a", "b");
        await HoldAsync(bot, week: 5, "a", "b");

        for (; time.GetUtcNow() < Closed; time.Advance(TimeSpan.FromDays(1))) await RunAsync(bot);
        await RunAsync(bot);

        var last = OrganisationFigures.Of(Q4, [.. RoundsOf("a", week: 5), .. RoundsOf("b", week: 5)]);
        Assert.NotNull(last.Figures[0].Shares);
        Assert.Equal(last.Figures.Select(figure => figure with { LeftOut = figure.Shares is null ? LeftOut.Everything : LeftOut.SomeRounds }), (await FiguresAsync(bot))!.Figures);
    }

    [Fact]
    public async Task Tools_that_teams_do_without_are_told_as_they_stand_on_that_day_of_teams_that_were_asked_and_never_again()
    {
        await using var bot = await StartAsync();
        var teams = bot.Services.GetRequiredService<ITeamStore>();
        string[] asked = [.. Enumerable.Range(0, 10).Select(number => $"team {number}")];
        await HoldAsync(bot, asked);
        await teams.AddAsync(Samples.Team(new TeamId(Tenant, "never asked")) with { OptOuts = [] }, Ct);
        foreach (var team in asked[..5]) await teams.ChangeAsync(new TeamId(Tenant, team), one => one with { OptOuts = [new ToolOptOut("Copilot", OptOutGround.Cost, reason: null, new LocalDate(2027, 2, 1))] }, Ct);
        foreach (var team in asked[5..]) await teams.ChangeAsync(new TeamId(Tenant, team), one => one with { OptOuts = [] }, Ct);
        time.MoveTo(Closed);

        await RunAsync(bot);
        foreach (var team in asked[..5]) await teams.ChangeAsync(new TeamId(Tenant, team), one => one with { OptOuts = [] }, Ct);
        await RunAsync(bot);

        Assert.Equal([new OptOutFigure("Copilot", new GroupBand(5, 9), [])], (await FiguresAsync(bot))!.OptOuts);
    }

    [Fact]
    public async Task Teams_that_were_not_asked_in_the_quarter_make_up_no_number()
    {
        await using var bot = await StartAsync();
        var teams = bot.Services.GetRequiredService<ITeamStore>();
        await HoldAsync(bot, "a", "b");
        foreach (var number in Enumerable.Range(0, 10))
            await teams.AddAsync(Samples.Team(new TeamId(Tenant, $"never asked {number}")) with { OptOuts = number < 5 ? [new ToolOptOut("Copilot", OptOutGround.Cost, reason: null, new LocalDate(2027, 2, 1))] : [] }, Ct);
        time.MoveTo(Closed);

        await RunAsync(bot);

        Assert.Empty((await FiguresAsync(bot))!.OptOuts);
    }

    [Fact]
    public async Task Each_organisation_has_its_own_and_one_without_rounds_has_none()
    {
        await using var bot = await StartAsync();
        await HoldAsync(bot, "a", "b");
        await bot.Services.GetRequiredService<ITeamStore>().AddAsync(Samples.Team(new TeamId(new TenantId("tenant0"), "a")), Ct);
        time.MoveTo(Closed);

        await RunAsync(bot);

        Assert.NotNull(await FiguresAsync(bot));
        Assert.Null(await bot.Services.GetRequiredService<IQuarterStore>().FiguresAsync(new TenantId("tenant0"), Q4, Ct));
    }

    [Fact]
    public async Task Whoever_made_them_first_has_made_them()
    {
        var (first, second) = (Samples.Figures(10), Samples.Figures(20));
        await using var bot = await StartAsync();
        await HoldAsync(bot, "a", "b");
        time.MoveTo(Closed);

        await bot.Services.GetRequiredService<IQuarterStore>().AddFiguresAsync(Tenant, Q4, first, Ct);
        Assert.All(await Task.WhenAll(RunAsync(bot), RunAsync(bot)), Assert.True);

        Assert.Equal(first, await FiguresAsync(bot));
        Assert.Equal(SaveOutcome.Conflict, await bot.Services.GetRequiredService<IQuarterStore>().AddFiguresAsync(Tenant, Q4, second, Ct));
    }

    [Fact]
    public async Task What_goes_wrong_is_tried_again_and_keeps_no_count_from_being_deleted()
    {
        var broken = new Mock<IQuarterStore>(MockBehavior.Strict);
        broken.SetupSequence(quarters => quarters.FiguresAsync(Tenant, Q4, It.IsAny<CancellationToken>())).ThrowsAsync(new StorageUnavailableException("The organisation's table is out of reach.")).ReturnsAsync(Samples.Figures());
        await using var bot = await StartAsync(weeksKept: 4, broken.Object);
        await HoldAsync(bot, "a");
        time.MoveTo(Closed);

        Assert.False(await RunAsync(bot));
        Assert.Empty(await bot.Services.GetRequiredService<IRoundStore>().TalliedAsync(new TeamId(Tenant, "a"), new RoundName(2027, 30), Ct).ToListAsync(Ct));
        Assert.True(await RunAsync(bot));
    }

    [Theory]
    [InlineData("2026-12-31T23:59:59Z", "2026-Q3")]
    [InlineData("2027-01-07T23:59:59Z", "2026-Q3")]
    [InlineData("2027-01-08T00:00:00Z", "2026-Q4")]
    [InlineData("2027-04-07T23:59:59Z", "2026-Q4")]
    [InlineData("2027-04-08T00:00:00Z", "2027-Q1")]
    public void The_last_closed_quarter_is_the_last_of_which_it_can_be_said_that_it_is_closed(string now, string quarter)
    {
        var at = NodaTime.Text.InstantPattern.General.Parse(now).Value;

        Assert.Equal(quarter, ClosedQuarters.LatestAt(at).ToString());
        Assert.True(ClosedQuarters.LatestAt(at).IsClosedAt(at));
        Assert.False(Quarter.Of(ClosedQuarters.LatestAt(at).LastDay.PlusDays(1)).IsClosedAt(at));
    }

    private async Task<RunningBot> StartAsync(int weeksKept = RetentionPeriod.MostWeeks, IQuarterStore? quarters = null) => await RunningBot.StartAsync(
        await emulator.ConnectionStringAsync(), StorageEmulator.NewPrefix(), time, [new("RetroBot:RetentionWeeks", $"{weeksKept}")],
        change: services => { if (quarters is not null) services.AddSingleton(quarters); }, ct: Ct);

    private async Task<OrganisationFigures> MadeAsync(RunningBot bot)
    {
        await HoldAsync(bot, "a", "b");
        time.MoveTo(Closed);
        await RunAsync(bot);
        return (await FiguresAsync(bot))!;
    }

    private static Task HoldAsync(RunningBot bot, params string[] teams) => HoldAsync(bot, week: 0, teams);

    private static async Task HoldAsync(RunningBot bot, int week, params string[] teams)
    {
        foreach (var team in teams)
        {
            await bot.Services.GetRequiredService<ITeamStore>().AddAsync(Samples.Team(new TeamId(Tenant, team)), Ct);
            foreach (var round in RoundsOf(team, week)) await bot.Services.GetRequiredService<IRoundStore>().OpenAsync(round, Ct);
        }
    }

    /// <summary>A closed round with shares to read.</summary>
    private static IEnumerable<Round> RoundsOf(string team, int week = 0) =>
        SampleOrganisations.Rounds(team, SampleRounds.Five, [[.. (8 + week).Times(() => SampleRounds.Helped()), .. 8.Times(() => SampleRounds.Gave(Outcome.NotRelevant))]])
            .Select(round => round with { Id = round.Id with { Name = RoundName.Of(round.Id.Name.Monday.PlusWeeks(week)) }, State = RoundState.Published, ClosesAt = round.ClosesAt + Duration.FromDays(7 * week) });

    private static Task<bool> RunAsync(RunningBot bot) => bot.Services.GetRequiredService<RetentionWorker>().RunOnceAsync(Ct);

    private static Task<OrganisationFigures?> FiguresAsync(RunningBot bot) => bot.Services.GetRequiredService<IQuarterStore>().FiguresAsync(Tenant, Q4, Ct);
}
