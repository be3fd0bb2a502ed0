using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using RetroBot.Core.CheckIns;
using RetroBot.Core.Digests;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;
using Outcome = RetroBot.Core.CheckIns.Outcome;

namespace RetroBot.Tests.Digests;

/// <summary>Rounds and the answers of teams, as large and as lopsided as teams are.</summary>
internal static class SampleRounds
{
    public static readonly Threshold Five = new(5);
    public static readonly string[] Tools = ["Copilot", "Claude", "ChatGPT"];

    /// <param name="week">Counted from that of 2026-W47, which is 0.</param>
    public static Round Round(Threshold? threshold = null, bool asksObligation = false, int week = 0) => new(
        new RoundId(new TeamId(new TenantId("tenant"), "team"), RoundName.Of(new LocalDate(2026, 11, 16).PlusWeeks(week))),
        RoundState.Closing,
        OpenedAt: Instant.FromUtc(2026, 11, 16, 9, 0),
        ClosesAt: Instant.FromUtc(2026, 11, 19, 9, 0),
        ClosedEarly: false,
        threshold ?? Five,
        Tools,
        asksObligation,
        Key: null,
        Delivered: true,
        Tally: null,
        Shown: null,
        Digest: null,
        Post: null);

    /// <summary>The digest of a team that has not read any yet.</summary>
    public static Digest FirstDigest(this Round round, IEnumerable<Answer> answers) => round.ClosedWith(Tally.Of(answers), earlier: []).Digest!;

    public static Gen<Answer> AnyAnswer { get; } = AnswerAmong(Enum.GetValues<Outcome>());

    public static Gen<Threshold> Threshold { get; } = Gen.Frequency((3, Gen.Constant(Five)), (1, Gen.Choose(5, 12).Select(answers => new Threshold(answers))));

    /// <summary>Teams of which each gives only some of the outcomes, so that large parts occur beside empty ones.</summary>
    public static Gen<List<Answer>> OfSize(int least, int most) =>
        from outcomes in Gen.NonEmptyListOf(Gen.Elements(Enum.GetValues<Outcome>()))
        from size in Gen.Choose(least, most)
        from answers in Gen.ListOf(AnswerAmong([.. outcomes]), size)
        select answers.ToList();

    public static Answer.Full Helped(TimeBand time = TimeBand.AboutTheSame, Change change = Change.LessTedious, Confidence confidence = Confidence.Guess, string? tool = null) =>
        new(Outcome.Helped, time, [change], confidence, tool);

    public static Answer Gave(Outcome outcome, Obligation? obligation = null) =>
        Answer.AsksMore(outcome)
            ? new Answer.Full(outcome, TimeBand.AboutTheSame, [Change.LessTedious], Confidence.Guess, tool: null, obligation)
            : new Answer.Brief(outcome, obligation);

    public static IEnumerable<Answer> Times(this int times, Func<Answer> answer) => Enumerable.Range(0, times).Select(_ => answer());

    public static IReadOnlyList<DigestShare>? About(this Digest digest, DigestQuestion question) =>
        digest.Sections.Single(section => section.Question == question).Shares;

    private static Gen<Answer> AnswerAmong(Outcome[] outcomes) =>
        from outcome in Gen.Elements(outcomes)
        from obligation in Gen.Frequency((1, Gen.Constant((Obligation?)null)), (3, Gen.Elements(Enum.GetValues<Obligation>()).Select(value => (Obligation?)value)))
        from time in Gen.Elements(Enum.GetValues<TimeBand>())
        from changes in Gen.NonEmptyListOf(Gen.Elements(Enum.GetValues<Change>()))
        from confidence in Gen.Elements(Enum.GetValues<Confidence>())
        from tool in Gen.Elements<string?>([null, .. Tools])
        select Answer.AsksMore(outcome)
            ? new Answer.Full(outcome, time, [.. changes.Distinct()], confidence, tool, obligation)
            : (Answer)new Answer.Brief(outcome, obligation);
}
