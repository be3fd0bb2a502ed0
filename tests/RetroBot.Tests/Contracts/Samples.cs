using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using RetroBot.Core;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.Catalogs;
using RetroBot.Core.CheckIns;
using RetroBot.Core.Deliveries;
using RetroBot.Core.Digests;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;
using Xunit;

namespace RetroBot.Tests.Contracts;

/// <summary>Things to store.</summary>
internal static class Samples
{
    public static readonly TenantId Tenant = new("72f988bf-86f1-41af-91ab-2d7cd011db47");

    public static readonly Instant Friday = Instant.FromUtc(2026, 11, 20, 14, 30);

    /// <summary>Ids that break whatever splits, quotes or escapes carelessly.</summary>
    public static TheoryData<string> AwkwardIds =>
    [
        "19:0a1b_2c@thread.tacv2", "a/b\\c#d?e%f", "a|b", "a=b", "a=007Cb", "it's \"quoted\" & <tagged> + %2F", "\t\n\u007f\u0085", "Ärger 漢字 🎉", "\ud800 alone", "',RowKey='x", "}", "~",
    ];

    public static TeamId TeamId(string value = "19:team@thread.tacv2") => new(Tenant, value);

    public static Team Team(TeamId? id = null, Instant? due = null) => new(
        id ?? TeamId(),
        "Plattform | Süd",
        "19:general@thread.tacv2",
        new Uri("https://smba.trafficmanager.net/emea/72f988bf/"),
        "28:bot",
        "Émilie 漢",
        [new UserId("lead-1"), new UserId("lead-2")],
        new RoundSettings(Cadence.Fortnightly, IsoDayOfWeek.Friday, new LocalTime(14, 30), DateTimeZoneProviders.Tzdb["Europe/Vienna"], 4, new Threshold(7), ["Copilot", "a, \"b\" | 漢"], new LocalDate(2026, 11, 16)) { Reminds = true },
        ScheduledSince: Friday,
        new Opening(new RoundName(2026, 47), Friday),
        due,
        "de") { Changed = new WeChanged("id", "a | \"b\" 漢 🎉"), Outcome = new TrackedOutcome(new TeamOutcome("id-2", TeamMetric.Satisfaction, 4.5m), new TeamOutcome("id-1", TeamMetric.EscapedDefects, 0)), OptOuts = [new ToolOptOut("a, \"b\" | 漢", OptOutGround.Cost, "too | dear", new LocalDate(2027, 2, 28)) { IsAsked = true }, new ToolOptOut("Copilot", OptOutGround.Quality, reason: null, new LocalDate(2028, 2, 29))] };

    public static LeftTeam LeftTeam(TeamId? id = null) => new(id ?? TeamId(), new RoundName(2026, 47), Friday, Friday);

    public static RoundId RoundId(TeamId? team = null, int week = 47) => new(team ?? TeamId(), new RoundName(2026, week));

    public static Round Round(RoundId? id = null) => new(
        id ?? RoundId(), RoundState.Open, Friday, Friday + Duration.FromDays(4), ClosedEarly: false, new Threshold(5), ["Copilot", "a, \"b\" | 漢"], AsksObligation: true,
        new WrappedKey("master/1", RandomNumberGenerator.GetBytes(60)), Delivered: false, Tally: null, Shown: null, Digest: null, Post: null) { HalfWay = new HalfWayLook(100, IsOver: false) };

    public static Tally Tally() => RetroBot.Core.CheckIns.Tally.Of(
    [
        new Answer.Full(Outcome.Helped, TimeBand.OverFourHours, Enum.GetValues<Change>(), Confidence.Measured, "a, \"b\" | 漢", Obligation.NotAtAll),
        new Answer.Full(Outcome.CostTime, TimeBand.LostTime, [Change.WorkForOthers], Confidence.Guess, tool: null, Obligation.Completely),
        new Answer.Brief(Outcome.NotRelevant),
    ]);

    public static Shown Shown(string round) => new(
        new ShownNumbers(round, 5, Tally(), ["Copilot", "a, \"b\" | 漢"], new GroupBand(5, 9), [new(DigestQuestion.Outcome, [new("outcome.helped", 60), new("outcome.notHelped", 40)]), new(DigestQuestion.Time, null)]),
        new ShownNumbers("2026-W08", 7, Tally(), [], new GroupBand(50, null), [new(DigestQuestion.Obligation, null)]));

    public static ParticipantKey Participant(int number) => new(Convert.ToHexStringLower(First128Bits(number)));

    public static SealedAnswer Sealed(int number, string content = "answer") => new(Participant(number), Encoding.UTF8.GetBytes($"{content} {number}"));

    public static Delivery Delivery(int number) => new(new UserId(string.Create(CultureInfo.InvariantCulture, $"user-{number:0000}")), $"29:{number}", DeliveryState.Planned);

    public static CaseStudyId CaseStudyId(int number, TeamId? team = null) => new(team ?? TeamId(), Convert.ToHexStringLower(First128Bits(number)));

    /// <summary>With every field filled.</summary>
    public static CaseStudy CaseStudy(int number, TeamId? team = null, RoundName? round = null) => new(
        CaseStudyId(number, team),
        new Story(
            $"Titel | \"{number}\" 漢 🎉", "by hand", "drafted it", "read twice", [Change.LessTedious, Change.FewerErrors], "never for numbers", "paste the ticket, ask for steps",
            "a, \"b\" | 漢", WorkArea.WritingCode, Discovery.ByAccident, new EvidenceLink("https://wiki.contoso.com/a"), Confidence.Measured),
        "Émilie 漢", new Quarter(2026, 4), new WithdrawHash(Convert.ToHexStringLower(SHA256.HashData(BitConverter.GetBytes(number)))), round,
        new WrappedKey("master/1", RandomNumberGenerator.GetBytes(60)), new Support(new ShownSupport(7, new GroupBand(5, 9)), new ShownSupport(2, null)));

    public static VoterKey Voter(int number) => new(Convert.ToHexStringLower(First128Bits(number)));

    public static OrganisationFigures Figures(int percent = 60) => new("2026-Q4",
    [
        new(DigestQuestion.Outcome, Change: null, [new("outcome.helped", percent), new("outcome.notHelped", 100 - percent)], new GroupBand(2, 4), new GroupBand(50, null), LeftOut.SomeRounds),
        new(DigestQuestion.Changes, ChangeKeys.Of(Change.LessTedious), Shares: null, Teams: null, Answers: null, LeftOut.Everything),
    ]) { OptOuts = [new("a, \"b\" | 漢", new GroupBand(10, 19), [new(OptOutGround.Cost, new GroupBand(5, 9)), new(OptOutGround.Other, new GroupBand(5, 9))]), new("Copilot", new GroupBand(5, 9), [])] };

    private static byte[] First128Bits(int number) => SHA256.HashData(BitConverter.GetBytes(number))[..16];
}
