using Microsoft.Extensions.Logging.Abstractions;
using Moq;
using NodaTime;
using RetroBot.Cards.Diagnosis;
using RetroBot.Core.Rounds;
using RetroBot.Host.Diagnosis;
using RetroBot.Host.Privacy;
using RetroBot.Tests.Privacy;
using RetroBot.Tests.Rounds;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Diagnosis;

/// <summary>What cannot easily be brought about in a whole world.</summary>
public sealed class CheckTests
{
    private static readonly TestTime Time = new(World.Start);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_master_key_that_is_there_known_or_missing_is_told_apart()
    {
        var keys = new ScriptedKeys();
        keys.Add();
        using var ring = new MasterKeyRing(keys, Time, NullLogger<MasterKeyRing>.Instance);
        using var newcomer = new MasterKeyRing(keys, Time, NullLogger<MasterKeyRing>.Instance);
        await ring.NewestAsync(Ct);

        var there = await new MasterKeyCheck(keys, ring).LookAsync(Ct);
        keys.Fault = new MasterKeyException("Scripted.");

        Assert.Equal(CheckMessage.MasterKeyThere, SaidBy<Finding.Works>(there));
        Assert.Equal(CheckMessage.MasterKeyOutOfReach, SaidBy<Finding.NeedsAttention>(await new MasterKeyCheck(keys, ring).LookAsync(Ct)));
        Assert.Equal(CheckMessage.MasterKeyMissing, SaidBy<Finding.Fails>(await new MasterKeyCheck(keys, newcomer).LookAsync(Ct)));
    }

    [Fact]
    public async Task An_opening_in_quiet_hours_is_told_with_the_time_at_which_cards_go_out()
    {
        var team = SampleTeam.With(SampleTeam.Settings(time: new LocalTime(21, 30)));
        var check = new ScheduleCheck(Mock.Of<IRoundStore>(MockBehavior.Strict), new QuietHours(new LocalTime(20, 0), new LocalTime(7, 0)), Time);

        var finding = Assert.IsType<Finding.NeedsAttention>(await check.LookAsync(team, Ct));

        Assert.Equal(["2026-11-19 21:30", "2026-11-20 07:00"], finding.Remarks.Cast<Remark.At>().Select(remark => $"{remark.Time.At:yyyy-MM-dd HH:mm}"));
    }

    [Theory]
    [InlineData(-121, true)]
    [InlineData(-119, false)]
    [InlineData(119, false)]
    [InlineData(121, true)]
    public async Task A_clock_that_is_two_minutes_off_either_way_is_told(int seconds, bool isTold)
    {
        var channel = new ChannelClock(Time);
        channel.Saw(World.Start.AddSeconds(seconds));

        var finding = await new ClockCheck(new Timeless(), channel, Time).LookAsync(Ct);

        Assert.Equal(isTold, finding is Finding.NeedsAttention);
    }

    [Fact]
    public async Task A_tool_whose_day_has_passed_is_told_the_day_after()
    {
        var members = new Mock<Core.People.IRoster>();
        members.Setup(roster => roster.OfAsync(It.IsAny<Team>(), It.IsAny<CancellationToken>())).Returns(AsyncEnumerable.Empty<Core.People.Member>());
        var check = new SettingsCheck(new Host.CaseStudies.TeamMembers(members.Object, Time), Time);
        var team = SampleTeam.With(SampleTeam.Settings());

        Assert.DoesNotContain(CheckMessage.ReviewPassed, await SaidOfAsync(new LocalDate(2026, 11, 16)));
        Assert.Contains(CheckMessage.ReviewPassed, await SaidOfAsync(new LocalDate(2026, 11, 15)));

        async Task<IEnumerable<CheckMessage>> SaidOfAsync(LocalDate review) =>
            (await check.LookAsync(team.With(new ToolOptOut("a", OptOutGround.Cost, "why", review)), Ct)).Remarks.OfType<Remark.Plain>().Select(remark => remark.Message);
    }

    /// <summary>A storage that does not say what time it is.</summary>
    private sealed class Timeless : IStorageProbe
    {
        public Task<Instant?> TouchAsync(CancellationToken ct) => Task.FromResult<Instant?>(null);
    }

    private static CheckMessage SaidBy<TFinding>(Finding finding) where TFinding : Finding => Assert.IsType<Remark.Plain>(Assert.Single(Assert.IsType<TFinding>(finding).Remarks)).Message;
}
