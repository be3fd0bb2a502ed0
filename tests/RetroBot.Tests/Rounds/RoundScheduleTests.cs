using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using RetroBot.Core.Rounds;
using Xunit;

namespace RetroBot.Tests.Rounds;

public sealed class RoundScheduleTests
{
    private static readonly Config Thousand = Config.QuickThrowOnFailure.WithMaxTest(1000);

    private static readonly string[] Zones =
    [
        "Europe/Berlin", "Europe/London", "America/New_York", "America/St_Johns", "America/Santiago", "America/Havana", "Africa/Cairo", "Asia/Tokyo", "Asia/Kathmandu",
        "Asia/Beirut", "Australia/Sydney", "Australia/Lord_Howe", "Pacific/Auckland", "Pacific/Chatham", "Pacific/Apia", "Pacific/Kiritimati", "Pacific/Niue", "Etc/UTC",
    ];

    private static readonly Gen<RoundSettings> AnySettings =
        from zone in Gen.Elements(Zones)
        from cadence in Gen.Elements(Enum.GetValues<Cadence>())
        from day in Gen.Choose(1, 7)
        from minute in Gen.OneOf(Gen.Choose(0, 287).Select(fives => fives * 5), Gen.Elements(0, 30, 120, 150, 1410, 1439))
        from openDays in Gen.Choose(RoundSettings.ShortestOpenDays, RoundSettings.LongestOpenDays)
        from anchorWeek in Gen.Choose(0, 800)
        select SampleTeam.Settings(zone, cadence, (IsoDayOfWeek)day, LocalTime.FromMinutesSinceMidnight(minute), openDays, new LocalDate(2015, 1, 5).PlusWeeks(anchorWeek));

    private static readonly Gen<Instant> AnyInstant = Gen.Choose(0, 20 * 365 * 24 * 60).Select(minutes => Instant.FromUtc(2011, 1, 1, 0, 0) + Duration.FromMinutes(minutes));

    private static readonly Arbitrary<(RoundSettings Settings, Instant At)> Cases = (from settings in AnySettings from at in AnyInstant select (settings, at)).ToArbitrary();

    [Theory]
    [InlineData("Europe/Berlin")]
    [InlineData("Australia/Sydney")]
    [InlineData("America/New_York")]
    [InlineData("Asia/Tokyo")]
    [InlineData("Etc/UTC")]
    public void A_year_of_weeks_opens_a_round_a_week_at_the_same_local_time(string zone)
    {
        // ISO year 2026 has 53 weeks.
        var settings = SampleTeam.Settings(zone, day: IsoDayOfWeek.Thursday, time: new LocalTime(9, 0));
        var openings = Openings(settings, Instant.FromUtc(2025, 12, 28, 22, 0)).Take(53).ToList();

        Assert.Equal(Enumerable.Range(1, 53).Select(week => new RoundName(2026, week)), openings.Select(opening => opening.Name));
        Assert.All(openings, opening => Assert.Equal((IsoDayOfWeek.Thursday, new LocalTime(9, 0)), Local(settings, opening.At)));
        Assert.All(openings, opening => Assert.Equal((IsoDayOfWeek.Sunday, new LocalTime(9, 0)), Local(settings, RoundSchedule.ClosesAt(settings, opening))));
    }

    [Fact]
    public void A_local_time_that_spring_skips_moves_forward_by_the_gap()
    {
        var settings = SampleTeam.Settings("Europe/Berlin", day: IsoDayOfWeek.Sunday, time: new LocalTime(2, 30));

        var opening = RoundSchedule.NextOpening(settings, Instant.FromUtc(2026, 3, 25, 0, 0));

        Assert.Equal(new Opening(new RoundName(2026, 13), Instant.FromUtc(2026, 3, 29, 1, 30)), opening);
    }

    [Fact]
    public void Of_a_local_time_that_autumn_repeats_the_first_counts()
    {
        var settings = SampleTeam.Settings("Europe/Berlin", day: IsoDayOfWeek.Sunday, time: new LocalTime(2, 30));

        var opening = RoundSchedule.NextOpening(settings, Instant.FromUtc(2026, 10, 20, 0, 0));

        Assert.Equal(new Opening(new RoundName(2026, 43), Instant.FromUtc(2026, 10, 25, 0, 30)), opening);
        Assert.Equal(new RoundName(2026, 44), RoundSchedule.NextOpening(settings, opening.At).Name);
    }

    [Fact]
    public void A_round_over_a_clock_change_closes_at_the_same_local_time()
    {
        var settings = SampleTeam.Settings("Australia/Sydney", day: IsoDayOfWeek.Friday, time: new LocalTime(16, 0));
        var opening = RoundSchedule.NextOpening(settings, Instant.FromUtc(2026, 4, 1, 0, 0));

        Assert.Equal(Duration.FromHours((3 * 24) + 1), RoundSchedule.ClosesAt(settings, opening) - opening.At);
    }

    [Fact]
    public void Fortnights_are_counted_from_the_anchor_across_a_long_year()
    {
        var settings = SampleTeam.Settings("Europe/Berlin", Cadence.Fortnightly, anchor: new RoundName(2026, 50).Monday);

        Assert.Equal("2026-W50 2026-W52 2027-W01 2027-W03", string.Join(' ', Openings(settings, Instant.FromUtc(2026, 12, 5, 0, 0)).Take(4).Select(opening => opening.Name)));
        Assert.Equal(new RoundName(2026, 52), RoundSchedule.NameAt(settings, Instant.FromUtc(2026, 12, 30, 12, 0)));
    }

    [Fact]
    public void Every_fourth_round_asks_about_obligation()
    {
        var settings = SampleTeam.Settings("Europe/Berlin", anchor: new RoundName(2026, 1).Monday);

        Assert.Equal([4, 8, 12, 16], Enumerable.Range(1, 16).Where(week => RoundSchedule.AsksObligation(settings, new RoundName(2026, week))));
    }

    [Fact]
    public void An_opening_is_due_for_twelve_hours_and_then_skipped()
    {
        var settings = SampleTeam.Settings("Europe/Berlin");
        var opening = RoundSchedule.NextOpening(settings, Instant.FromUtc(2026, 11, 18, 0, 0));

        Assert.Null(RoundSchedule.DueOpening(settings, opening.At - Duration.Epsilon));
        Assert.Equal(opening, RoundSchedule.DueOpening(settings, opening.At));
        Assert.Equal(opening, RoundSchedule.DueOpening(settings, opening.At + Duration.FromHours(12)));
        Assert.Null(RoundSchedule.DueOpening(settings, opening.At + Duration.FromHours(12) + Duration.Epsilon));
    }

    [Fact]
    public void A_round_opened_by_hand_late_in_its_week_closes_when_the_next_opens()
    {
        var settings = SampleTeam.Settings("Europe/Berlin", day: IsoDayOfWeek.Monday, time: new LocalTime(9, 0));
        var sunday = Instant.FromUtc(2026, 11, 22, 19, 0);

        Assert.Equal(Instant.FromUtc(2026, 11, 23, 8, 0), RoundSchedule.ClosesAt(settings, new Opening(RoundSchedule.NameAt(settings, sunday), sunday)));
    }

    [Fact]
    public void A_round_opened_by_hand_before_its_weeks_opening_stays_open_past_it()
    {
        var settings = SampleTeam.Settings("Europe/Berlin", day: IsoDayOfWeek.Wednesday, time: new LocalTime(9, 0));
        var monday = Instant.FromUtc(2026, 11, 16, 11, 0);

        Assert.Equal(Instant.FromUtc(2026, 11, 19, 11, 0), RoundSchedule.ClosesAt(settings, new Opening(RoundSchedule.NameAt(settings, monday), monday)));
    }

    [Fact]
    public void Openings_follow_each_other_one_a_period() => Prop.ForAll(Cases, of =>
    {
        var openings = Openings(of.Settings, of.At).Take(30).ToList();
        return openings[0].At > of.At && openings.Zip(openings.Skip(1)).All(pair =>
            pair.First.At < pair.Second.At && Period.DaysBetween(pair.First.Name.Monday, pair.Second.Name.Monday) == 7 * (int)of.Settings.Cadence);
    }).Check(Thousand);

    [Fact]
    public void A_round_opens_at_the_configured_local_time_unless_a_clock_change_skips_it() => Prop.ForAll(Cases, of =>
    {
        var opening = RoundSchedule.NextOpening(of.Settings, of.At);
        var wanted = opening.Name.Monday.PlusDays((int)of.Settings.Day - 1) + of.Settings.Time;
        var mapping = of.Settings.Zone.MapLocal(wanted);
        return mapping.Count == 0
            ? opening.At.InZone(of.Settings.Zone).LocalDateTime == wanted.Plus(Period.FromSeconds(mapping.LateInterval.WallOffset.Seconds - mapping.EarlyInterval.WallOffset.Seconds))
            : opening.At == mapping.First().ToInstant();
    }).Check(Thousand);

    [Fact]
    public void Every_instant_lies_in_the_period_that_names_it() => Prop.ForAll(Cases, of =>
    {
        var name = RoundSchedule.NameAt(of.Settings, of.At);
        var weeksIn = Period.DaysBetween(name.Monday, of.At.InZone(of.Settings.Zone).Date) / 7.0;
        return weeksIn >= 0 && weeksIn < (int)of.Settings.Cadence && Period.DaysBetween(of.Settings.Anchor, name.Monday) % (7 * (int)of.Settings.Cadence) == 0;
    }).Check(Thousand);

    [Fact]
    public void A_round_closes_after_it_opens_and_never_after_the_next_one_opens() => Prop.ForAll(Cases, of =>
    {
        var scheduled = RoundSchedule.NextOpening(of.Settings, of.At);
        var byHand = new Opening(RoundSchedule.NameAt(of.Settings, of.At), of.At);
        return scheduled.At < RoundSchedule.ClosesAt(of.Settings, scheduled)
            && RoundSchedule.ClosesAt(of.Settings, scheduled) <= RoundSchedule.NextOpening(of.Settings, scheduled.At).At
            && RoundSchedule.ClosesAt(of.Settings, byHand) <= Openings(of.Settings, of.At).First(opening => opening.Name != byHand.Name).At;
    }).Check(Thousand);

    private static IEnumerable<Opening> Openings(RoundSettings settings, Instant after)
    {
        while (true)
        {
            var opening = RoundSchedule.NextOpening(settings, after);
            yield return opening;
            after = opening.At;
        }
    }

    private static (IsoDayOfWeek Day, LocalTime Time) Local(RoundSettings settings, Instant at)
    {
        var local = at.InZone(settings.Zone).LocalDateTime;
        return (local.DayOfWeek, local.TimeOfDay);
    }
}
