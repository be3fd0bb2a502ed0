using System.Globalization;
using System.Text.Json.Nodes;
using RetroBot.Cards;
using RetroBot.Cards.CaseStudies;
using RetroBot.Cards.Catalogs;
using RetroBot.Cards.CheckIns;
using RetroBot.Tests.Cards;
using RetroBot.Tests.Cards.Rendering;
using Xunit;

namespace RetroBot.Tests.CaseStudies;

/// <summary>What a story is made to do in the official renderer: nothing. It is text, and stays text.</summary>
[Collection<JudgedCards>]
public sealed class HostileStoryTests(CardJudge judge)
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    /// <summary>Our own words before each text.</summary>
    private static readonly string[] Labels =
        [.. ((string[])["The usual way", "What AI did", "How it was checked", "What changed", "How to try it", "Better not when", "How it was found", "What shows it", "Self-reported"]).Select(label => $"STRONG {label}:")];

    public static TheoryData<string> Attempts =>
    [
        CardGallery.Hostile, "[a](javascript:alert(1))", "![x](https://evil.example/x.png)", "<script>alert(1)</script>", "<a href='https://evil.example'>a</a>", "`code` ~~gone~~ **bold** __bold__ *i* _i_",
        "1. one 2. two", "# heading", "- item", "> quote", "{{TIME(2026-01-01T00:00:00Z)}}", "&lt;b&gt; &#60;b&#62;", "\\[a\\](https://evil.example)", "<at>everyone</at> @everyone", "| a | b | --- |", "***", "[a]: https://evil.example",
    ];

    [Theory]
    [MemberData(nameof(Attempts))]
    public async Task No_link_no_mention_no_picture_and_no_markup_comes_of_it(string attempt)
    {
        var text = attempt.Length > WrittenStory.LongestTitle ? attempt[..WrittenStory.LongestTitle] : attempt;
        var story = CardGallery.Story with { Title = text, UsualWay = attempt, AiRole = attempt, HumanCheck = attempt, NotWhen = attempt, HowToTry = attempt, Tool = text };
        Card[] cards =
        [
            new StoryPreviewCard(CardGallery.StoryOf with { TeamName = text }, story, attempt, VerificationLevel.SelfReported, [new(LeftOutReason.Secret, attempt)], CardGallery.Draft),
            CardGallery.DigestWith(new DigestStory("0", story, attempt, VerificationLevel.SelfReported, Worked: null, DidNotWork: null, TakesVotes: true)),
            new RecipeHereCard(new SharedRecipe(text, text, CardGallery.Monday, new DigestStory("0", story, attempt, VerificationLevel.SelfReported, Worked: null, DidNotWork: null, TakesVotes: true)), NotSent.Busy),
            new CatalogCard([new CatalogEntry(text, VerificationLevel.SelfReported, AreaChoice.Other, text, "2026-Q4", attempt, attempt, attempt), new CatalogEntry(text, Level: null, Area: null, Tool: null, "2026-Q4", AiRole: null, attempt, NotWhen: null)], IsSearch: true, OutOf: null, Page: null),
        ];

        foreach (var json in cards.Select(card => JsonNode.Parse(card.Render(English).ToJson())!.AsObject()))
        {
            Assert.Empty((await judge.MarkupAsync(json)).Except(Labels, StringComparer.Ordinal));
            Assert.DoesNotContain(json.Elements(), element => element.ContainsKey("entities") || element.ContainsKey("mentioned"));
            Assert.DoesNotContain(json.Elements(), element => element["type"]?.GetValue<string>() is "Action.OpenUrl" or "Media");
        }
    }

    [Fact]
    public async Task The_renderer_is_seen_to_make_links_and_markup_where_it_may()
    {
        var card = JsonNode.Parse("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"[a](https://b.example) *i* `c` **d**"}]}""")!.AsObject();
        Assert.Equal(["A", "CODE", "EM", "STRONG"], (await judge.MarkupAsync(card)).Select(found => found.Split(' ')[0]).Order(StringComparer.Ordinal));
    }
}
