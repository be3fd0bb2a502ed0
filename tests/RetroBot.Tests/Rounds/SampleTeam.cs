using NodaTime;
using RetroBot.Core;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;

namespace RetroBot.Tests.Rounds;

internal static class SampleTeam
{
    public static RoundSettings Settings(
        string zone = "Europe/Berlin",
        Cadence cadence = Cadence.Weekly,
        IsoDayOfWeek day = IsoDayOfWeek.Thursday,
        LocalTime? time = null,
        int openDays = 3,
        LocalDate? anchor = null) =>
        new(cadence, day, time ?? new LocalTime(9, 0), DateTimeZoneProviders.Tzdb[zone], openDays, new Threshold(5), [], anchor ?? new LocalDate(2025, 12, 29));

    public static Team With(RoundSettings settings, bool scheduled = true, Opening? latest = null) => new(
        new TeamId(new TenantId("tenant"), "team"),
        "Team",
        "channel",
        new Uri("https://smba.example/"),
        "28:bot",
        AddedBy: null,
        [],
        settings,
        ScheduledSince: scheduled ? Instant.MinValue : null,
        latest,
        Due: null,
        "en");

    public static Round Opened(this Team team, RoundStep.Open step, Instant now) => new(
        new RoundId(team.Id, step.Opening.Name),
        RoundState.Open,
        OpenedAt: now,
        step.ClosesAt,
        ClosedEarly: false,
        team.Settings.Threshold,
        team.Settings.Tools,
        step.AsksObligation,
        new WrappedKey("master", new byte[] { 1 }),
        Delivered: false,
        Tally: null,
        Shown: null,
        Digest: null,
        Post: null);
}
