using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using RetroBot.Core.Rounds;
using Xunit;

namespace RetroBot.Tests.Rounds;

public sealed class ToolReviewTests
{
    private static readonly string[] Zones = ["UTC", "Europe/Berlin", "America/St_Johns", "Asia/Kathmandu", "Pacific/Apia", "Africa/Cairo"];

    private static readonly Gen<(Team Team, QuietHours Quiet, Instant Now)> Cases =
        from zone in Gen.Elements(Zones)
        from hour in Gen.Choose(0, 23)
        from days in Gen.Choose(-400, 400).NonEmptyListOf()
        from asked in Gen.Elements(true, false, false)
        from quiet in Gen.Elements(QuietHours.None, new QuietHours(new LocalTime(20, 0), new LocalTime(7, 0)), new QuietHours(new LocalTime(8, 0), new LocalTime(12, 30)))
        from minutes in Gen.Choose(0, 60 * 24 * 365)
        let settings = SampleTeam.Settings(zone, time: new LocalTime(hour, 30))
        let team = days.Select((day, index) => new ToolOptOut($"tool {index}", OptOutGround.Cost, "why", new LocalDate(2026, 11, 16).PlusDays(day)) { IsAsked = asked && index == 0 }).Aggregate(SampleTeam.With(settings), (one, optOut) => one.With(optOut))
        select (team, quiet, Instant.FromUtc(2026, 5, 1, 0, 0) + Duration.FromMinutes(minutes));

    [Fact]
    public void A_lead_is_asked_of_the_earliest_day_never_before_it_never_in_quiet_hours_and_never_again() =>
        Prop.ForAll(Cases.ToArbitrary(), one =>
        {
            var waiting = one.Team.OptOuts.Where(optOut => !optOut.IsAsked).ToList();
            if (ToolReview.Next(one.Team, one.Quiet, one.Now) is not var (at, next)) return waiting.Count == 0;
            var local = at.InZone(one.Team.Settings.Zone);
            return !next.IsAsked && at >= one.Now && local.Date >= next.Review && !one.Quiet.IncludeAt(at, one.Team.Settings.Zone)
                && waiting.TrueForAll(other => ToolReview.Next(one.Team with { OptOuts = [other] }, one.Quiet, one.Now)!.Value.At >= at);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void On_the_day_it_is_the_hour_at_which_rounds_open() =>
        Assert.Equal(Instant.FromUtc(2026, 12, 1, 8, 0), ToolReview.Next(SampleTeam.With(SampleTeam.Settings()).With(new ToolOptOut("a", OptOutGround.Cost, "why", new LocalDate(2026, 12, 1))), QuietHours.None, Instant.FromUtc(2026, 11, 16, 12, 0))!.Value.At);

    [Fact]
    public void Days_go_from_tomorrow_to_two_years_on_by_the_team_s_calendar() =>
        Assert.Equal((new LocalDate(2028, 3, 1), new LocalDate(2030, 2, 28)), ToolReview.Days(SampleTeam.Settings("Asia/Tokyo"), Instant.FromUtc(2028, 2, 28, 16, 0)) is var (first, last) ? (first, last) : default);

    [Fact]
    public void What_is_left_out_is_not_offered_and_comes_back_whatever_its_case()
    {
        var settings = SampleTeam.Settings();
        var team = SampleTeam.With(new RoundSettings(settings.Cadence, settings.Day, settings.Time, settings.Zone, settings.OpenDays, settings.Threshold, ["Copilot", "Claude"], settings.Anchor));

        var without = team.With(new ToolOptOut("claude", OptOutGround.Cost, "too dear", new LocalDate(2026, 12, 1))).With(new ToolOptOut("Claude", OptOutGround.Quality, "still", new LocalDate(2027, 12, 1)));

        Assert.Equal(["Copilot"], without.OfferedTools, StringComparer.Ordinal);
        Assert.Equal("still", Assert.Single(without.OptOuts).Reason);
        Assert.Equal(["Copilot", "Claude"], without.Without("CLAUDE").OfferedTools, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("", "why")]
    [InlineData("a", " ")]
    [InlineData("a", "two\nlines")]
    [InlineData("a", "turned \u202Earound")]
    public void A_tool_without_a_name_and_a_reason_that_is_no_clean_line_are_refused(string tool, string reason) =>
        Assert.ThrowsAny<ArgumentException>(() => new ToolOptOut(tool, OptOutGround.Other, reason, new LocalDate(2026, 12, 1)));
}
