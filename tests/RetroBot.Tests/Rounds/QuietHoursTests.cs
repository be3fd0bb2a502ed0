using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using RetroBot.Core.Rounds;
using Xunit;

namespace RetroBot.Tests.Rounds;

public sealed class QuietHoursTests
{
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
    private static readonly QuietHours Nights = new(new LocalTime(20, 0), new LocalTime(7, 0));

    private static readonly Gen<LocalTime> AnyTime = Gen.Choose(0, 95).Select(quarter => LocalTime.FromMinutesSinceMidnight(quarter * 15));

    private static readonly Gen<DateTimeZone> AnyZone = Gen.Elements("Europe/Berlin", "America/Sao_Paulo", "Australia/Lord_Howe", "Asia/Kathmandu", "Asia/Beirut", "Africa/Cairo", "Pacific/Apia", "Etc/UTC")
        .Select(name => DateTimeZoneProviders.Tzdb[name]);

    [Theory]
    [InlineData(19, 59, false)]
    [InlineData(20, 0, true)]
    [InlineData(23, 59, true)]
    [InlineData(0, 0, true)]
    [InlineData(6, 59, true)]
    [InlineData(7, 0, false)]
    [InlineData(12, 0, false)]
    public void Nights_go_over_midnight_and_end_on_the_minute(int hour, int minute, bool areQuiet) => Assert.Equal(areQuiet, Nights.Include(new LocalTime(hour, minute)));

    [Theory]
    [InlineData(11, false)]
    [InlineData(12, true)]
    [InlineData(13, true)]
    [InlineData(14, false)]
    public void They_may_lie_within_a_day(int hour, bool areQuiet) => Assert.Equal(areQuiet, new QuietHours(new LocalTime(12, 0), new LocalTime(14, 0)).Include(new LocalTime(hour, 0)));

    [Fact]
    public void In_the_evening_they_end_the_next_morning_and_in_the_small_hours_the_same()
    {
        Assert.Equal(Instant.FromUtc(2026, 11, 20, 6, 0), Nights.Pass(Instant.FromUtc(2026, 11, 19, 20, 0), Berlin));
        Assert.Equal(Instant.FromUtc(2026, 11, 20, 6, 0), Nights.Pass(Instant.FromUtc(2026, 11, 20, 3, 0), Berlin));
    }

    [Fact]
    public void An_end_that_spring_skips_moves_forward_by_the_gap() =>
        Assert.Equal(Instant.FromUtc(2026, 3, 29, 1, 30), new QuietHours(new LocalTime(20, 0), new LocalTime(2, 30)).Pass(Instant.FromUtc(2026, 3, 28, 23, 0), Berlin));

    [Fact]
    public void A_gap_that_holds_all_that_is_not_quiet_of_a_day_leaves_the_next_day() =>
        Assert.Equal(
            Instant.FromUtc(2016, 3, 27, 21, 15),
            new QuietHours(new LocalTime(0, 45), new LocalTime(0, 15)).Pass(Instant.FromUtc(2016, 3, 26, 17, 49), DateTimeZoneProviders.Tzdb["Asia/Beirut"]));

    [Fact]
    public void An_end_that_autumn_repeats_comes_twice()
    {
        var untilHalfPastTwo = new QuietHours(new LocalTime(20, 0), new LocalTime(2, 30));

        Assert.Equal(Instant.FromUtc(2026, 10, 25, 0, 30), untilHalfPastTwo.Pass(Instant.FromUtc(2026, 10, 24, 22, 0), Berlin));
        Assert.Equal(Instant.FromUtc(2026, 10, 25, 1, 30), untilHalfPastTwo.Pass(Instant.FromUtc(2026, 10, 25, 1, 10), Berlin));
    }

    [Fact]
    public void Whatever_passes_them_is_outside_them_not_earlier_and_less_than_two_days_later() => Prop.ForAll(
        (from start in AnyTime
         from end in AnyTime
         from zone in AnyZone
         from minutes in Gen.Choose(0, 20 * 365 * 24 * 60)
         select (Quiet: new QuietHours(start, end), zone, At: Instant.FromUtc(2011, 1, 1, 0, 0) + Duration.FromMinutes(minutes))).ToArbitrary(),
        of =>
        {
            var passed = of.Quiet.Pass(of.At, of.zone);
            return !of.Quiet.IncludeAt(passed, of.zone) && (of.Quiet.IncludeAt(of.At, of.zone) ? passed > of.At && passed < of.At + Duration.FromHours(48) : passed == of.At);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5000));
}
