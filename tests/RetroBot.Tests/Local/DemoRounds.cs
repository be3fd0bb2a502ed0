using NodaTime;
using RetroBot.Core.Deliveries;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;
using RetroBot.Host.Local;

namespace RetroBot.Tests.Local;

/// <summary>A team with an open round, in the demo tenant or in another.</summary>
internal static class DemoRounds
{
    private static readonly Instant Opened = Instant.FromUtc(2026, 11, 16, 9, 0);

    public static CheckInInvitation Invitation(TenantId? tenant = null, Uri? serviceUrl = null)
    {
        var settings = new RoundSettings(
            Cadence.Weekly, IsoDayOfWeek.Monday, new LocalTime(9, 0), DateTimeZone.Utc, openDays: 3, new Threshold(Threshold.Lowest), [], new LocalDate(2026, 11, 16));
        var id = new TeamId(tenant ?? DemoTenant.Id, DemoTenant.TeamConversation);
        var team = new Team(
            id, DemoTenant.TeamName, DemoTenant.TeamConversation, serviceUrl ?? new Uri("http://localhost:1/_connector"), DemoTenant.Bot, AddedBy: null,
            [DemoTenant.You.User], settings, ScheduledSince: Opened, Latest: null, Due: null, "en");
        var round = new Round(
            new RoundId(id, new RoundName(2026, 47)), RoundState.Open, Opened, Opened + Duration.FromDays(3), ClosedEarly: false, settings.Threshold, settings.Tools,
            AsksObligation: false, Key: null, Delivered: false, Tally: null, Shown: null, Digest: null, Post: null);
        return new CheckInInvitation(team, round, "ticket");
    }
}
