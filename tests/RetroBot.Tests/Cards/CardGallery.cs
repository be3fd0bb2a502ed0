using System.Text.Json;
using RetroBot.Cards;
using RetroBot.Cards.CaseStudies;
using RetroBot.Cards.CheckIns;
using RetroBot.Cards.Digests;
using RetroBot.Cards.People;
using RetroBot.Cards.Rounds;
using RetroBot.Tests.Cards.Gallery;

namespace RetroBot.Tests.Cards;

/// <summary>Every card in every state that a person can come to see.</summary>
public static class CardGallery
{
    public static IEnumerable<(string Name, Card Card)> All => [.. PeopleCards.All, .. RoundCards.All, .. DigestCards.All, .. StoryCards.All, .. CatalogCards.All];

    public static readonly Ticket Ticket = new("19:4f2a7f0c9d8e4b1f8f5a1c0d7e6b5a49@thread.tacv2", "2026-W47", "q7Zk2m0Vw1sX9cT4bN8yRg");
    public static readonly Moment Closes = new(new DateTimeOffset(2026, 11, 19, 9, 0, 0, TimeSpan.FromHours(1)), "Europe/Berlin");
    public static readonly Uri Document = new("https://retrobot.contoso.com/privacy");
    public static readonly DateOnly Monday = new(2026, 11, 16);
    public static readonly CheckInContext CheckIn = new(Ticket, "Platform team", Monday, Closes, AddedBy: null, ["Copilot", "ChatGPT", "Claude"], AsksObligation: false);
    public static readonly CheckInContext FourthCheckIn = CheckIn with { AsksObligation = true };

    public static readonly SetupContext SetupOf = new(
        Ticket,
        "Platform team",
        ["America/New_York", "Asia/Kolkata", "Asia/Tokyo", "Europe/Berlin", "Europe/London", "UTC"],
        [new("a1", "Ana Lopez"), new("b2", "Bo Chen"), new("c3", "Chidi Okafor"), new("d4", "Dana Weiss")]);

    public static readonly Setup Setup = new(CadenceChoice.Weekly, WeekdayChoice.Monday, new TimeOnly(9, 0), "Europe/Berlin", 3, 5, ["Copilot", "ChatGPT", "Claude"], ["b2"], Reminds: false, Languages.English);

    public static readonly ToolsContext ToolsOf = new("Platform team", ["Copilot", "ChatGPT", "Claude"], [], new DateOnly(2026, 11, 17), new DateOnly(2028, 11, 16));

    public static Card Named(string name) => All.Single(entry => string.Equals(entry.Name, name, StringComparison.Ordinal)).Card;

    /// <summary>A digest that shows these case studies.</summary>
    public static DigestCard DigestWith(params DigestStory[] stories) => Digest with { Stories = stories };

    public static JsonElement Json(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    public static readonly StoryContext StoryOf = new("19:4f2a7f0c9d8e4b1f8f5a1c0d7e6b5a49@thread.tacv2", "Platform team", ["Copilot", "ChatGPT", "Claude"]);

    public const string Draft = "5f6d0c1b2a394857667584939fa1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3";

    public static readonly WrittenStory Story = new(
        "Release notes from merged tickets",
        "Somebody reads forty tickets on the last day and writes the notes by hand.",
        "Drafted one line per ticket, grouped by what a customer would notice.",
        "I read every line beside its ticket and threw out three.",
        [ChangeChoice.ShippedSooner, ChangeChoice.LessTedious],
        "Tickets that hold customer names: take those out first.",
        "Paste the titles and descriptions and ask for one plain line each, grouped by feature. Then check every line against its ticket.",
        "Claude",
        AreaChoice.FirstDrafts,
        DiscoveryChoice.Colleague,
        "https://wiki.contoso.com/release-notes",
        ConfidenceChoice.Compared,
        WithName: false);

    /// <summary>Everything that could become a link, a mention, markup or a function of the renderer.</summary>
    public const string Hostile = "<at>everyone</at> [win](https://evil.example) **b** `c` <img src=x onerror=alert(1)> {{DATE(2026-01-01)}} <https://evil.example>";

    public static readonly WrittenStory HostileStory = Story with
    {
        Title = "# <b>[x](https://evil.example)</b> <at>Bo</at>", UsualWay = Hostile, AiRole = Hostile, HumanCheck = Hostile, NotWhen = Hostile, HowToTry = Hostile, Tool = "[t](https://evil.example)", Evidence = "https://evil.example/a_b_c",
    };

    internal static DigestStory[] Stories { get; } =
    [
        new("00112233445566778899aabbccddeeff", Story, Signature: null, VerificationLevel.WorkedForOthers, new DigestCard.Band(10, 19), new DigestCard.Band(5, 9), TakesVotes: true),
        new("11112233445566778899aabbccddeeff", Story with { Title = "Finding why the nightly build fails", Area = AreaChoice.Debugging, Tool = null, Confidence = null, Changes = [ChangeChoice.IssueResolvedQuicker], AiRole = "Read the log and named two suspects; one was it." }, "Ana Lopez", VerificationLevel.TeamMetricMoved, new DigestCard.Band(50, To: null), DidNotWork: null, TakesVotes: true),
        new("22112233445566778899aabbccddeeff", Story with { Title = "Minutes that nobody read", Area = AreaChoice.MeetingNotes, Tool = "Copilot", Confidence = ConfidenceChoice.Guess, Changes = [ChangeChoice.NothingVisible, ChangeChoice.WorkForOthers], AiRole = null, HowToTry = "Better not. Three of us corrected what one person could have written in five minutes, and the decision that mattered was missing from the notes; since then we write three lines by hand: what we decided, who does it, and until when. Nobody has missed the rest." }, Signature: null, VerificationLevel.SelfReported, Worked: null, DidNotWork: null, TakesVotes: true),
    ];

    /// <summary>In the channel no votes are shown, nor what follows from them.</summary>
    internal static DigestStory AsPosted(DigestStory story) =>
        story with { Level = story.Story.Confidence is null or ConfidenceChoice.Guess ? VerificationLevel.SelfReported : VerificationLevel.AuthorChecked, Worked = null, DidNotWork = null };

    internal static DigestCard Digest { get; } = new(
        "Platform team",
        "2026-W47",
        Monday,
        5,
        new DigestCard.Band(20, 49),
        [
            new(DigestCard.Question.Outcome, [new("outcome.helped", 50), new("outcome.noDifference", 20), new("outcome.costTime", 10), new("outcome.rightlyNotUsed", 10), new("outcome.nothingToSay", 10)]),
            new(DigestCard.Question.Time, [new("time.gained", 50), new("time.notGained", 20), new("time.notAsked", 30)]),
            new(DigestCard.Question.Changes, [new("changes.lessTedious", 40), new("changes.fewerErrors", 20), new("changes.workForOthers", 0)]),
            new(DigestCard.Question.Confidence, Shares: null),
            new(DigestCard.Question.Tools, [new("tool.named", 30, "Copilot"), new("tool.other", 20), new("tool.notHelped", 50)]),
            new(DigestCard.Question.Obligation, [new("obligation.felt", 40), new("obligation.others", 60)]),
        ],
        ClosedEarly: false);
}
