using RetroBot.Cards;
using RetroBot.Cards.CaseStudies;
using RetroBot.Cards.CheckIns;
using RetroBot.Cards.Digests;
using RetroBot.Cards.People;
using RetroBot.Cards.Rounds;
using static RetroBot.Tests.Cards.CardGallery;

namespace RetroBot.Tests.Cards.Gallery;

/// <summary>Of the gallery: digests, and what leads say for them.</summary>
internal static class DigestCards
{
    public static IEnumerable<(string Name, Card Card)> All =>
    [
        ("digest-closing", new DigestClosingCard(Monday)),
        ("digest", Digest),
        ("digest-and-more-closed-early", Digest with { Answered = new(50, To: null), ClosedEarly = true }),
        ("digest-mostly-withheld", Digest with { Sections = [.. Digest.Sections.Select((section, index) => index == 0 ? section : section with { Shares = null })] }),
        ("digest-stories", Digest with { Stories = [.. Stories.Select(AsPosted)] }),
        ("digest-stories-withdrawn-and-voted", Digest with { Stories = [.. Stories.Skip(1)], Withdrawn = true, Own = new(StoryNotice.VoteKept) }),
        ("digest-stories-too-few", Digest with { Answered = null, Sections = [], Stories = [Stories[0] with { TakesVotes = false }], Own = new(StoryNotice.VotingEnded) }),
        ("digest-stories-gone", Digest with { Answered = null, Sections = [], Withdrawn = true, Own = new(StoryNotice.StoryGone) }),
        ("digest-stories-tried", Digest with { Answered = null, Sections = [], Stories = Stories, Own = new(Notice: null, Stories[1].Id) }),
        ("digest-stories-sent", Digest with { Answered = null, Sections = [], Stories = Stories, Own = new(StoryNotice.RecipeSent) }),
        ("digest-stories-recipe-gone", Digest with { Answered = null, Sections = [], Stories = [Stories[1]], Withdrawn = true, Own = new(StoryNotice.RecipeGone) }),
        ("digest-changed", Digest with { Changed = Changed }),
        ("digest-changed-too-few", Digest with { Answered = null, Sections = [], Changed = Hostile }),
        ("digest-everything", Digest with { Stories = Stories, Withdrawn = true, ClosedEarly = true, Trend = Trend, Outcome = Outcome with { Warning = NumbersWarning.FewHelpedYetBetter, Helped = 20 }, Changed = Changed }),
        ("digest-trend", Digest with { Trend = Trend, Outcome = Outcome, Changed = Changed }),
        ("digest-trend-too-few", Digest with { Answered = null, Sections = [], Trend = new DigestTrend([]) }),
        ("digest-two-numbers", Digest with { Outcome = Outcome }),
        ("digest-two-numbers-disagree", Digest with { Outcome = Outcome with { Before = new OutcomeBefore(3.5m, OutcomeMove.Worse), Warning = NumbersWarning.ManyHelpedYetWorse }, Changed = Changed }),
        ("digest-two-numbers-disagree-better", Digest with { Outcome = Outcome with { Helped = 0, Warning = NumbersWarning.FewHelpedYetBetter } }),
        ("digest-two-numbers-too-few", Digest with { Answered = null, Sections = [], Outcome = new OutcomeShown(new TrackedValue(MetricChoice.EscapedDefects, 0), new OutcomeBefore(0, OutcomeMove.Same)) }),
        ("team-outcome", new TeamOutcomeCard(new TeamOutcomeContext("Platform team", Waiting: null, Shown: null))),
        ("team-outcome-again", new TeamOutcomeCard(new TeamOutcomeContext("Platform team", new TrackedValue(MetricChoice.Satisfaction, 4.5m), new TrackedValue(MetricChoice.CycleTime, 4.2m)))),
        ("team-outcome-errors", AgainOutcome("""{"metric":"hours","value":"soon"}""")),
        ("team-outcome-value-refused", AgainOutcome("""{"metric":"satisfaction","value":"5,5"}""")),
        ("team-outcome-kept", new TeamOutcomeKeptCard(Outcome with { Helped = null })),
        ("team-outcome-kept-first", new TeamOutcomeKeptCard(new OutcomeShown(new TrackedValue(MetricChoice.Satisfaction, 4.5m), Before: null))),
        ("changed-kept", new ChangedKeptCard(Changed, IsRedacted: false)),
        ("changed-kept-redacted", new ChangedKeptCard("We asked […] to skip the summary. " + Hostile, IsRedacted: true)),
        .. Enum.GetValues<CannotKeepChangedReason>().Select(reason => ($"cannot-keep-changed-{reason}", (Card)new CannotKeepChangedCard(reason))),
        ("digest-all-withheld", Digest with { Sections = [.. Digest.Sections.Select(section => section with { Shares = null })] }),
        ("digest-too-few", Digest with { Answered = null, Sections = [] }),
        ("digest-stands", Stands(Digest) with { Sections = [.. Stands(Digest).Sections.SkipLast(1)] }),
        ("digest-stands-but-obligation", Stands(Digest) with { Sections = [.. Stands(Digest).Sections.SkipLast(1), Digest.Sections[^1]], Answered = new(50, To: null) }),
        ("digest-new-but-obligation", Digest with { Sections = [.. Digest.Sections.SkipLast(1), Stands(Digest).Sections[^1]] }),
        ("digest-stands-under-a-raised-threshold", Stands(Digest) with { Answered = null, Sections = [] }),
    ];

    private static readonly DigestTrend Trend = new([new("outcome.helped", 60, 50), new("outcome.costTime", 0, 10), new("time.gained", 100, 40)]);

    private static readonly OutcomeShown Outcome = new(new TrackedValue(MetricChoice.CycleTime, 4.2m), new OutcomeBefore(5.1m, OutcomeMove.Better)) { Helped = 50 };

    private const string Changed = "The Monday report takes five lines now, and nobody has to have it summarised.";

    private static DigestCard Stands(DigestCard digest)
    {
        var week = new DigestCard.Week("2026-W46", new DateOnly(2026, 11, 9));
        return digest with { AsIn = week, Sections = [.. digest.Sections.Select(section => section with { AsIn = week })] };
    }

    private static TeamOutcomeCard AgainOutcome(string json) =>
        TeamOutcomeCard.Parse(new CardData(Json(json))) is TeamOutcomeSubmission.Incomplete(var entries)
            ? new TeamOutcomeCard(new TeamOutcomeContext("Platform team", Waiting: null, Shown: null), entries)
            : throw new InvalidOperationException("The gallery shows a form with errors.");
}
