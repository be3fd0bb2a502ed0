using NodaTime;
using RetroBot.Core.Rounds;
using Xunit;

namespace RetroBot.Tests.Rounds;

public sealed class RoundPlanTests
{
    private static readonly RoundSettings Thursdays = SampleTeam.Settings();
    private static readonly Opening ThisWeek = RoundSchedule.NextOpening(Thursdays, Instant.FromUtc(2026, 11, 18, 0, 0));
    private static readonly Opening NextWeek = RoundSchedule.NextOpening(Thursdays, ThisWeek.At);
    private static readonly Instant Now = ThisWeek.At + Duration.FromHours(1);
    private static readonly Team Team = SampleTeam.With(Thursdays, latest: ThisWeek);
    private static readonly Round Open = Team.Opened(new RoundStep.Open(ThisWeek, RoundSchedule.ClosesAt(Thursdays, ThisWeek), AsksObligation: false), ThisWeek.At);

    [Fact]
    public void A_scheduled_team_waits_for_its_opening() =>
        Assert.Equal(new RoundStep.Wait(ThisWeek.At), Next(SampleTeam.With(Thursdays), latest: null, ThisWeek.At - Duration.FromDays(1)));

    [Fact]
    public void A_due_opening_opens_its_round() =>
        Assert.Equal(
            new RoundStep.Open(ThisWeek, ThisWeek.At + Duration.FromDays(3), AsksObligation: false),
            Next(SampleTeam.With(Thursdays), latest: null, Now));

    [Fact]
    public void An_opening_missed_by_more_than_twelve_hours_is_skipped() =>
        Assert.Equal(new RoundStep.Wait(NextWeek.At), Next(SampleTeam.With(Thursdays), latest: null, ThisWeek.At + Duration.FromHours(13)));

    [Fact]
    public void An_opening_that_a_crash_left_named_is_carried_out_as_it_was_named() =>
        Assert.Equal(ThisWeek, Assert.IsType<RoundStep.Open>(Next(Team, latest: null, ThisWeek.At + Duration.FromHours(2))).Opening);

    [Fact]
    public void An_opening_that_a_crash_left_named_for_more_than_twelve_hours_is_skipped() =>
        Assert.Equal(new RoundStep.Wait(NextWeek.At), Next(Team, latest: null, ThisWeek.At + Duration.FromHours(13)));

    [Fact]
    public void A_named_opening_is_skipped_when_its_round_would_be_over()
    {
        var late = new Opening(ThisWeek.Name, NextWeek.At - Duration.FromDays(3) - Duration.FromHours(10));
        var justBefore = late with { At = Instant.FromUtc(2026, 11, 22, 22, 59) };
        var mondays = SampleTeam.Settings(day: IsoDayOfWeek.Monday, time: LocalTime.Midnight);

        var step = Next(SampleTeam.With(mondays, scheduled: false, latest: justBefore), latest: null, Instant.FromUtc(2026, 11, 23, 0, 0));

        Assert.Equal(new RoundStep.Idle(), step);
    }

    [Fact]
    public void An_opening_by_hand_that_came_to_nothing_does_not_use_up_the_week()
    {
        var byHand = new Opening(ThisWeek.Name, ThisWeek.At - Duration.FromDays(2));

        Assert.Equal(ThisWeek, Assert.IsType<RoundStep.Open>(Next(SampleTeam.With(Thursdays, latest: byHand), latest: null, Now)).Opening);
    }

    [Fact]
    public void An_open_round_is_delivered_then_waits_then_closes()
    {
        Assert.Equal(new RoundStep.Deliver(), Next(Team, Open, Now));
        Assert.Equal(new RoundStep.Wait(Open.HalfWayAt), Next(Team, Open with { Delivered = true }, Now));
        Assert.Equal(new RoundStep.LookHalfWay(), Next(Team, Open with { Delivered = true }, Open.HalfWayAt));
        Assert.Equal(new RoundStep.LookHalfWay(), Next(Team, Open with { Delivered = true, HalfWay = new HalfWayLook(100, IsOver: false) }, Open.HalfWayAt + Duration.FromHours(1)));
        Assert.Equal(new RoundStep.Wait(Open.ClosesAt), Next(Team, Open with { Delivered = true, HalfWay = HalfWayLook.Over }, Open.HalfWayAt));
        Assert.Equal(new RoundStep.BeginClosing(), Next(Team, Open with { Delivered = true }, Open.ClosesAt));
    }

    [Fact]
    public void Cards_wait_for_the_end_of_quiet_hours_and_then_go_out()
    {
        var nine = new QuietHours(new LocalTime(20, 0), new LocalTime(9, 0));
        var evening = Instant.FromUtc(2026, 11, 19, 21, 0);

        Assert.Equal(new RoundStep.Wait(Instant.FromUtc(2026, 11, 20, 8, 0)), RoundPlan.Next(Team, Open, nine, evening));
        Assert.Equal(new RoundStep.Deliver(), RoundPlan.Next(Team, Open, nine, Instant.FromUtc(2026, 11, 20, 8, 0)));
    }

    [Fact]
    public void The_look_half_way_waits_for_the_end_of_quiet_hours()
    {
        // A round of three days from 9:00 is half over at 21:00.
        var (nights, delivered) = (new QuietHours(new LocalTime(20, 0), new LocalTime(7, 0)), Open with { Delivered = true });
        var morning = Instant.FromUtc(2026, 11, 21, 6, 0);

        Assert.Equal(new RoundStep.Wait(morning), RoundPlan.Next(Team, delivered, nights, Now));
        Assert.Equal(new RoundStep.Wait(morning), RoundPlan.Next(Team, delivered, nights, delivered.HalfWayAt + Duration.FromHours(1)));
        Assert.Equal(new RoundStep.LookHalfWay(), RoundPlan.Next(Team, delivered, nights, morning));
    }

    [Fact]
    public void A_round_that_is_over_before_the_quiet_hours_are_closes_without_another_card()
    {
        var (always, closes) = (new QuietHours(new LocalTime(7, 0), new LocalTime(6, 59)), Open.ClosesAt);

        foreach (var round in (Round[])[Open, Open with { Delivered = true }])
            Assert.Equal(new RoundStep.Wait(Open.HalfWayAt + Duration.FromMinutes(1)), RoundPlan.Next(Team, round with { ClosesAt = Open.HalfWayAt + Duration.FromMinutes(1) }, always, Open.HalfWayAt));
        Assert.Equal(new RoundStep.BeginClosing(), RoundPlan.Next(Team, Open, always, closes));
    }

    [Fact]
    public void A_round_whose_cards_are_not_all_sent_closes_in_time() =>
        Assert.Equal(new RoundStep.BeginClosing(), Next(Team, Open, Open.ClosesAt));

    [Fact]
    public void A_round_closed_early_begins_closing() =>
        Assert.Equal(new RoundStep.BeginClosing(), Next(Team, Open.ClosedEarlyAt(Now), Now));

    [Fact]
    public void A_closing_round_is_sealed_and_a_closed_one_published()
    {
        Assert.Equal(new RoundStep.Seal(), Next(Team, Open with { State = RoundState.Closing }, Open.ClosesAt));
        Assert.Equal(new RoundStep.Publish(), Next(Team, Open with { State = RoundState.Closed }, Open.ClosesAt));
    }

    [Fact]
    public void After_its_round_the_week_is_over() =>
        Assert.Equal(new RoundStep.Wait(NextWeek.At), Next(Team, Open with { State = RoundState.Published }, Now));

    [Fact]
    public void A_round_held_by_hand_before_the_opening_stands_for_the_week()
    {
        var byHand = new Opening(ThisWeek.Name, ThisWeek.At - Duration.FromDays(2));

        Assert.Equal(new RoundStep.Wait(NextWeek.At), Next(SampleTeam.With(Thursdays, latest: byHand), Open with { State = RoundState.Published }, ThisWeek.At));
    }

    [Fact]
    public void A_team_that_was_not_set_up_does_nothing_by_itself()
    {
        Assert.Equal(new RoundStep.Idle(), Next(SampleTeam.With(Thursdays, scheduled: false), latest: null, Now));
        Assert.Equal(new RoundStep.Idle(), Next(SampleTeam.With(Thursdays, scheduled: false, latest: ThisWeek), Open with { State = RoundState.Published }, Now));
    }

    [Fact]
    public void Open_now_opens_this_periods_round() =>
        Assert.Equal(
            new OpenNowOutcome.Opens(new Opening(ThisWeek.Name, ThisWeek.At - Duration.FromHours(5))),
            RoundPlan.OpenNow(SampleTeam.With(Thursdays), latest: null, ThisWeek.At - Duration.FromHours(5)));

    [Theory]
    [InlineData(RoundState.Open)]
    [InlineData(RoundState.Closing)]
    [InlineData(RoundState.Closed)]
    public void Open_now_is_refused_while_a_round_runs_even_in_the_next_period(RoundState state)
    {
        var running = Open with { State = state };

        Assert.Equal(new OpenNowOutcome.StillRunning(running), RoundPlan.OpenNow(Team, running, Now));
        Assert.Equal(new OpenNowOutcome.StillRunning(running), RoundPlan.OpenNow(Team, running, NextWeek.At));
    }

    [Fact]
    public void Open_now_does_not_open_a_round_again() =>
        Assert.Equal(new OpenNowOutcome.HeldAlready(), RoundPlan.OpenNow(Team, Open with { State = RoundState.Published }, Now));

    [Fact]
    public void Open_now_twice_names_one_opening() =>
        Assert.Equal(new OpenNowOutcome.Opens(ThisWeek), RoundPlan.OpenNow(Team, latest: null, Now));

    [Fact]
    public void Open_now_opens_what_a_crash_kept_from_opening_days_ago() =>
        Assert.Equal(
            new OpenNowOutcome.Opens(new Opening(ThisWeek.Name, ThisWeek.At + Duration.FromDays(2))),
            RoundPlan.OpenNow(Team, latest: null, ThisWeek.At + Duration.FromDays(2)));

    [Fact]
    public void A_new_cadence_does_not_open_a_round_that_begins_before_the_latest()
    {
        var everyFourWeeks = SampleTeam.Settings(cadence: Cadence.EveryFourWeeks, anchor: ThisWeek.Name.Monday.PlusWeeks(-1));

        Assert.Equal(
            new OpenNowOutcome.HeldAlready(),
            RoundPlan.OpenNow(SampleTeam.With(everyFourWeeks, latest: ThisWeek), Open with { State = RoundState.Published }, NextWeek.At));
    }

    [Fact]
    public void A_lead_may_close_a_round_that_was_open_for_a_day()
    {
        var day = Duration.FromDays(1);

        Assert.False(Open.MayCloseEarlyAt(Open.OpenedAt + day - Duration.Epsilon, day));
        Assert.True(Open.MayCloseEarlyAt(Open.OpenedAt + day, day));
        Assert.True(Open.MayCloseEarlyAt(Open.OpenedAt, Duration.Zero));
        Assert.False((Open with { State = RoundState.Closing }).MayCloseEarlyAt(Open.OpenedAt + day, day));
        Assert.False(Open.MayCloseEarlyAt(Open.ClosesAt, day));
    }

    [Theory]
    [InlineData("Europe/Berlin")]
    [InlineData("America/New_York")]
    [InlineData("America/Santiago")]
    [InlineData("Australia/Sydney")]
    [InlineData("Pacific/Chatham")]
    [InlineData("Asia/Tokyo")]
    public void A_year_of_rounds_is_opened_delivered_closed_and_published_week_by_week(string zone)
    {
        var settings = SampleTeam.Settings(zone, day: IsoDayOfWeek.Sunday, time: new LocalTime(2, 30), openDays: 6);
        var (team, latest, now) = (SampleTeam.With(settings), (Round?)null, Instant.FromUtc(2025, 12, 29, 12, 0));
        var (published, nights) = (new List<RoundName>(), new QuietHours(new LocalTime(20, 0), new LocalTime(7, 0)));

        while (published.Count < 53)
        {
            switch (RoundPlan.Next(team, latest, nights, now))
            {
                case RoundStep.Wait(var until):
                    Assert.True(until > now);
                    now = until;
                    break;
                case RoundStep.Open open:
                    Assert.Equal(now, open.Opening.At);
                    (team, latest) = (team with { Latest = open.Opening }, team.Opened(open, now));
                    break;
                case RoundStep.Deliver:
                    Assert.False(nights.IncludeAt(now, settings.Zone));
                    latest = latest! with { Delivered = true };
                    break;
                case RoundStep.LookHalfWay:
                    Assert.False(nights.IncludeAt(now, settings.Zone));
                    latest = latest! with { HalfWay = HalfWayLook.Over };
                    break;
                case RoundStep.BeginClosing:
                    latest = latest! with { State = RoundState.Closing };
                    break;
                case RoundStep.Seal:
                    latest = latest! with { State = RoundState.Closed };
                    break;
                case RoundStep.Publish:
                    latest = latest! with { State = RoundState.Published };
                    published.Add(latest.Id.Name);
                    break;
                default:
                    Assert.Fail("A scheduled team is never idle.");
                    break;
            }
        }

        Assert.Equal(Enumerable.Range(1, 53).Select(week => new RoundName(2026, week)), published);
    }

    private static RoundStep Next(Team team, Round? latest, Instant now) => RoundPlan.Next(team, latest, QuietHours.None, now);
}
