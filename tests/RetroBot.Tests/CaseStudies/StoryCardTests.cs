using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Newtonsoft.Json;
using RetroBot.Cards;
using RetroBot.Cards.CaseStudies;
using RetroBot.Cards.CheckIns;
using RetroBot.Cards.Digests;
using RetroBot.Simulation.Client;
using RetroBot.Tests.Cards;
using Xunit;

namespace RetroBot.Tests.CaseStudies;

/// <summary>The cards of case studies, filled to their limits and with whatever anybody sends.</summary>
public sealed class StoryCardTests
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    /// <summary>Three bytes each as a card has them: a letter, an escaped mark of Markdown, half a character beyond the first 65,536; and some of fewer.</summary>
    public static TheoryData<string> Letters => ["漢", "*", "\"", "\\", "💥", "x", "é ", "<"];

    [Theory]
    [MemberData(nameof(Letters))]
    public void A_form_that_comes_back_with_every_field_full_leaves_a_quarter_for_languages_of_more_words(string letter)
    {
        var entries = StoryFormCard.EntriesOf(Full(letter), Enum.GetValues<StoryProblem>());

        Assert.InRange(BytesOf(new StoryFormCard(Context, entries)), 10_000, Card.LargestBytes * 3 / 4);
    }

    [Theory]
    [MemberData(nameof(Letters))]
    public void A_form_that_comes_back_with_every_field_too_long_is_small_enough_to_send(string letter)
    {
        string[] fields = ["title", "usualWay", "aiRole", "humanCheck", "notWhen", "howToTry", "tool", "evidence", "area", "changes", "discovery", "confidence"];
        var data = new JsonObject { ["forWork"] = "yes", ["forShow"] = "no" };
        foreach (var field in fields) data[field] = Filled(letter, 5000);

        var entries = Assert.IsType<StorySubmission.Incomplete>(StoryFormCard.Parse(Data(data.ToJsonString()), Context)).Entries;

        Assert.Equal(fields.Length, entries.Errors.Count);
        Assert.InRange(BytesOf(new StoryFormCard(Context, entries)), 10_000, Card.LargestBytes);
    }

    [Theory]
    [MemberData(nameof(Letters))]
    public void A_preview_with_every_field_full_and_much_taken_out_is_small_enough_to_send(string letter)
    {
        LeftOut[] leftOut = [.. Enumerable.Range(100, 60).Select(number => new LeftOut(LeftOutReason.Name, Filled(letter, 4) + number))];
        Assert.InRange(BytesOf(new StoryPreviewCard(Context, Full(letter), Filled(letter, 60), VerificationLevel.AuthorChecked, leftOut, CardGallery.Draft)), 10_000, Card.LargestBytes);
    }

    [Theory]
    [MemberData(nameof(Letters))]
    public void A_press_with_every_field_full_can_be_sent_again_from_the_card_that_says_it_failed(string letter)
    {
        var preview = JsonDocument.Parse(new StoryPreviewCard(Context, Full(letter), null, VerificationLevel.AuthorChecked, [], CardGallery.Draft).Render(English).ToJson()).RootElement;
        var again = new TryAgainCard(StoryPreviewCard.Verb, CardAction.Find(preview, StoryPreviewCard.Verb).Data);

        Assert.InRange(BytesOf(again), 3000, Card.LargestBytes);
        Assert.Contains(StoryPreviewCard.Verb, again.Render(English).ToJson(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Letters))]
    public void A_digest_with_every_part_and_three_full_stories_is_small_enough_to_send_and_keeps_its_numbers(string letter)
    {
        var bare = LargestDigest(letter);
        var card = bare with { Stories = [.. Enumerable.Range(0, 3).Select(number => new DigestStory(new string((char)('0' + number), 32), Full(letter), Filled(letter, 60), VerificationLevel.WorkedForOthers, new DigestCard.Band(50, null), new DigestCard.Band(50, null), TakesVotes: true))], Withdrawn = true, Own = new(StoryNotice.VoteKept) };

        Assert.InRange(BytesOf(bare), 4000, Card.LargestBytes);
        Assert.InRange(BytesOf(card), 7000, Card.LargestBytes);
        var (told, alone) = (card.Render(English).ToJson(), bare.Render(English).ToJson());
        Assert.Equal(42, Occurrences(alone, "\"value\": \"10%\""));
        Assert.Equal(42, Occurrences(told, "\"value\": \"10%\""));
        Assert.Equal(3, Occurrences(told, "**How to try it:**"));
    }

    [Theory]
    [MemberData(nameof(Letters))]
    public void A_recipe_with_every_field_full_is_whole_and_small_enough_to_send(string letter)
    {
        var story = new DigestStory(new string('0', 32), Full(letter), Filled(letter, 60), VerificationLevel.WorkedForOthers, new DigestCard.Band(50, null), new DigestCard.Band(50, null), TakesVotes: true);
        var card = new RecipeHereCard(new SharedRecipe(Filled(letter, 50), "2026-W47", CardGallery.Monday, story), NotSent.Blocked);

        Assert.InRange(BytesOf(card), 2000, Card.LargestBytes);
        Assert.DoesNotContain("…", card.Render(English).ToJson(), StringComparison.Ordinal);
    }

    /// <summary>Teams' store allows six on a card, wherever they stand on it.</summary>
    [Fact]
    public void However_many_stories_a_digest_shows_it_has_six_buttons_at_most_and_each_story_leads_to_all_three()
    {
        foreach (var count in Enumerable.Range(1, 3))
        {
            var digest = CardGallery.DigestWith([.. Enumerable.Range(0, count).Select(number => new DigestStory(new string((char)('0' + number), 32), CardGallery.Story, null, VerificationLevel.SelfReported, null, null, TakesVotes: true))]);
            foreach (var story in digest.Stories)
            {
                var (posted, asked) = (ButtonsOn(digest, story), ButtonsOn(digest with { Own = new(Notice: null, story.Id) }, story));
                Assert.Contains(StoryPress.RecipeVerb, posted, StringComparer.Ordinal);
                Assert.Equal(2, asked.Count(verb => verb == StoryVote.Verb));
                Assert.Contains(count == 3 ? DigestPress.Verb : StoryVote.Verb, posted, StringComparer.Ordinal);
            }
        }

        static List<string> ButtonsOn(DigestCard card, DigestStory story)
        {
            var all = CardAction.AllOn(JsonDocument.Parse(card.Render(English).ToJson()).RootElement);
            Assert.InRange(all.Count, 1, 6);
            return [.. all.Where(action => action.Data.GetRawText().Contains(story.Id, StringComparison.Ordinal)).Select(action => action.Verb)];
        }
    }

    [Fact]
    public void A_shortened_text_ends_in_an_ellipsis_and_never_within_a_character()
    {
        foreach (var length in Enumerable.Range(230, 20))
        {
            var text = new string('x', length) + string.Concat(Enumerable.Repeat("💥", 20));
            var shown = new DigestCard("T", "2026-W47", CardGallery.Monday, 5, null, [], ClosedEarly: false) { Stories = [new("0", CardGallery.Story with { HowToTry = text }, null, VerificationLevel.SelfReported, null, null, TakesVotes: false)] }.Render(English).ToJson();
            Assert.Equal(shown, Encoding.UTF8.GetString(new UTF8Encoding(false, throwOnInvalidBytes: true).GetBytes(shown)));
            Assert.Contains("…", shown, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Whatever_is_sent_a_story_is_read_without_a_fault_and_shown_again_on_a_card_that_can_be_sent() =>
        Prop.ForAll(AnyData.ToArbitrary(), data => StoryFormCard.Parse(Data(data), Context) switch
        {
            StorySubmission.Declined(Purpose.Incomplete(var entries)) => BytesOf(new PurposeCard(Context, entries)) <= Card.LargestBytes,
            StorySubmission.Declined(Purpose.Declined) => true,
            StorySubmission.Incomplete(var entries) => entries.Errors.Count > 0 && BytesOf(new StoryFormCard(Context, entries)) <= Card.LargestBytes,
            StorySubmission.Complete(var story) => story.Changes.Count > 0 && story.Title.Length <= WrittenStory.LongestTitle && (story.Tool is null || Context.Tools.Contains(story.Tool, StringComparer.Ordinal)),
            _ => false,
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void A_box_is_ticked_by_its_own_value_and_by_nothing_else()
    {
        foreach (var (value, ticked) in ((string, bool)[])[("\"true\"", true), ("true", false), ("\"yes\"", false), ("1", false), ("[\"true\"]", false), ("\"TRUE\"", false), ("null", false)])
        {
            var data = JsonNode.Parse(Complete)!.AsObject();
            data["withName"] = JsonNode.Parse(value);
            Assert.Equal(ticked, Assert.IsType<StorySubmission.Complete>(StoryFormCard.Parse(Data(data.ToJsonString()), Context)).Story.WithName);
        }
    }

    [Fact]
    public void The_form_unfolds_when_there_is_something_to_see_in_it()
    {
        Assert.DoesNotContain("\"isVisible\": false", new StoryFormCard(Context, StoryFormCard.EntriesOf(CardGallery.Story)).Render(English).ToJson(), StringComparison.Ordinal);
        Assert.Contains("\"isVisible\": false", new StoryFormCard(Context).Render(English).ToJson(), StringComparison.Ordinal);
    }

    private const string Complete = """{"forWork":"yes","forShow":"no","title":"T","area":"other","changes":"nothingVisible","howToTry":"H"}""";

    private static StoryContext Context => CardGallery.StoryOf with { Team = $"19:{new string('a', 200)}@thread.tacv2", Tools = [.. Enumerable.Range(10, 12).Select(number => new string('漢', 38) + number)] };

    private static Gen<string> AnyData { get; } =
        from values in Gen.Elements("\"yes\"", "\"no\"", "\"other\"", "\"writingCode\"", "\"nothingVisible,fewerErrors\"", "\"https://a.example/b\"", "\"true\"", "null", "7", "{}", "[1]", "\"\\ud800\"", "\"\\u0000\\u2028x\"", $"\"{new string('漢', 900)}\"").ArrayOf(15)
        from purpose in Gen.Elements(true, true, true, false)
        select "{" + string.Join(',', Names.Zip(values).Select((field, index) => purpose && index < 2 ? $"\"{field.First}\":\"{(index == 0 ? "yes" : "no")}\"" : $"\"{field.First}\":{field.Second}")) + "}";

    private static string[] Names => ["forWork", "forShow", "title", "usualWay", "aiRole", "humanCheck", "changes", "notWhen", "howToTry", "tool", "area", "discovery", "evidence", "confidence", "withName"];

    private static WrittenStory Full(string letter) => CardGallery.Story with
    {
        Title = Filled(letter, WrittenStory.LongestTitle), UsualWay = Filled(letter, WrittenStory.LongestText), AiRole = Filled(letter, WrittenStory.LongestText), HumanCheck = Filled(letter, WrittenStory.LongestText),
        NotWhen = Filled(letter, WrittenStory.LongestText), HowToTry = Filled(letter, WrittenStory.LongestText), Tool = Context.Tools[0], Changes = Enum.GetValues<ChangeChoice>(),
        Evidence = "https://wiki.contoso.com/" + new string('_', WrittenStory.LongestEvidence - 25),
    };

    /// <summary>Every question parted as finely as may be, and as many tools as a team may list.</summary>
    private static DigestCard LargestDigest(string letter) => new(
        Filled(letter, 50), "2026-W47", CardGallery.Monday, 5, new DigestCard.Band(50, null),
        [
            new(DigestCard.Question.Outcome, Shares("outcome.helped", 6)),
            new(DigestCard.Question.Time, Shares("time.fifteenToSixtyMinutes", 8)),
            new(DigestCard.Question.Changes, Shares("changes.issueResolvedQuicker", 8)),
            new(DigestCard.Question.Confidence, Shares("confidence.compared", 4)),
            new(DigestCard.Question.Tools, [.. Enumerable.Range(0, 10).Select(_ => new DigestCard.Share("tool.named", 10, Filled(letter, 40)))]),
            new(DigestCard.Question.Obligation, Shares("obligation.notAnswered", 6)),
        ],
        ClosedEarly: true);

    private static DigestCard.Share[] Shares(string key, int count) => [.. Enumerable.Repeat(new DigestCard.Share(key, 10), count)];

    private static int Occurrences(string text, string part) => text.Split(part).Length - 1;

    private static string Filled(string letter, int length) => string.Concat(Enumerable.Repeat(letter, length))[..(length / letter.Length * letter.Length)].Trim();

    private static CardData Data(string json) => new(CardGallery.Json(json));

    private static int BytesOf(Card card) => Encoding.UTF8.GetByteCount(JsonConvert.SerializeObject(card.Render(English)));
}
