using System.Globalization;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Newtonsoft.Json;
using RetroBot.Cards.CaseStudies;
using RetroBot.Cards.CheckIns;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.CheckIns;
using RetroBot.Core.People;
using RetroBot.Host.CaseStudies;
using RetroBot.Host.Privacy.Redaction;
using RetroBot.Tests.Cards;
using Xunit;

namespace RetroBot.Tests.CaseStudies;

public sealed class StoryReviewTests
{
    private static readonly RedactionTerms Terms = new(new TenantId("tenant"), ["Ana Lopez", "Bo Li", "Chidi Okafor"], ["00000000-1111-2222-3333-444444444444"]);

    private static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.Elements("Ask Ana Lopez", "ana@contoso.com", "+49 170 1234567", "@Bo Li", "password=hunter2hunter2", "  \n\t", "\u202Eevil", "a\u200Bb", "[…]", "漢字", "👩\u200D💻", "read\nit", "<at>Bo</at>", "#1"),
        ArbMap.Default.GeneratorFor<string>().Select(text => text ?? "")).ListOf(6).Select(parts => string.Join(' ', parts) is var text && text.Length > Story.LongestText ? text[..Story.LongestText] : text);

    [Fact]
    public void What_has_passed_passes_again_unchanged_and_nothing_more_is_taken_out() =>
        Prop.ForAll(AnyText.Four().ToArbitrary(), texts =>
        {
            var (title, usualWay, aiRole, howToTry) = texts;
            var story = CardGallery.Story with { Title = title.Length > Story.LongestTitle ? title[..Story.LongestTitle] : title, UsualWay = usualWay, AiRole = aiRole, HowToTry = howToTry };
            return StoryReview.Of(story, Terms) is not StoryVerdict.Passed first
                || (StoryReview.Of(first.Story, Terms) is StoryVerdict.Passed { LeftOut.Count: 0 } second && second.Story == first.Story && StoryTerms.Of(first.Story) is not null);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void What_is_taken_out_is_listed_with_its_reason_in_the_order_in_which_it_stood()
    {
        var passed = Assert.IsType<StoryVerdict.Passed>(StoryReview.Of(CardGallery.Story with { AiRole = "Wrote to ana@contoso.com", HowToTry = "Ask Chidi Okafor" }, Terms));
        Assert.Equal(("Wrote to […]", "Ask […]"), (passed.Story.AiRole, passed.Story.HowToTry));
        Assert.Equal([new LeftOut(LeftOutReason.EmailAddress, "ana@contoso.com"), new LeftOut(LeftOutReason.Name, "Chidi Okafor")], passed.LeftOut);
    }

    [Theory]
    [InlineData("See https://contoso-my.sharepoint.com/personal/ana/plan.docx now", "Private link: https://contoso-my.sharepoint.com/personal/ana/plan.docx")]
    [InlineData("The password is Hunter22!", "Password or key: Hunter22!")]
    [InlineData("Ask ana@contoso.com", "E-mail address: ana@contoso.com")]
    [InlineData("Ring 020 7946 0958", "Phone number: 020 7946 0958")]
    [InlineData("It was 00000000-1111-2222-3333-444444444444", "Id: 00000000-1111-2222-3333-444444444444")]
    [InlineData("Thanks @Sam", "Mention: @Sam")]
    [InlineData("Thanks to Chidi and Okafor", "A colleague's name: Chidi, Okafor")]
    public void The_preview_says_of_each_kind_what_was_taken_out_and_why(string text, string line)
    {
        var passed = Assert.IsType<StoryVerdict.Passed>(StoryReview.Of(CardGallery.Story with { HowToTry = text }, Terms));
        var preview = new StoryPreviewCard(CardGallery.StoryOf, passed.Story, null, VerificationLevel.AuthorChecked, passed.LeftOut, CardGallery.Draft).Render(CultureInfo.GetCultureInfo("en"));
        using var json = JsonDocument.Parse(JsonConvert.SerializeObject(preview));

        Assert.Contains(line, CardText.Of(json.RootElement).Replace("\\", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Ana Lopez", StoryProblem.Title)]
    [InlineData("\u200B", StoryProblem.Title)]
    [InlineData("…", StoryProblem.Title)]
    public void A_title_of_which_nothing_is_left_is_none(string title, StoryProblem problem) =>
        Assert.Equal([problem], Assert.IsType<StoryVerdict.Refused>(StoryReview.Of(CardGallery.Story with { Title = title }, Terms)).Problems);

    [Fact]
    public void A_mark_that_makes_a_text_too_long_is_said_of_that_text()
    {
        // Two letters become three characters, so that a text within the limit grows over it.
        var terms = new RedactionTerms(Terms.Tenant, ["李四"], []);
        var text = string.Concat(Enumerable.Repeat("李四,", Story.LongestText / 3));

        Assert.Equal([StoryProblem.HumanCheck], Assert.IsType<StoryVerdict.Refused>(StoryReview.Of(CardGallery.Story with { HumanCheck = text }, terms)).Problems);
    }

    [Theory]
    [InlineData("https://contoso.blob.core.windows.net/a?sv=2022-11-02&sig=7Yb1c0kM3wzq2Jd9pXvR5tLhN8sFgAeUiOyTnBmCxZk%3D")]
    [InlineData("https://wiki.contoso.com/ana@contoso.com")]
    [InlineData("http://wiki.contoso.com")]
    public void A_link_that_gives_something_away_is_refused_and_not_shortened(string link) =>
        Assert.Equal([StoryProblem.Evidence], Assert.IsType<StoryVerdict.Refused>(StoryReview.Of(CardGallery.Story with { Evidence = link }, Terms)).Problems);

    [Fact]
    public void Cards_and_Core_have_the_same_limits_and_the_same_choices()
    {
        Assert.Equal((Story.LongestTitle, Story.LongestText, EvidenceLink.Longest), (WrittenStory.LongestTitle, WrittenStory.LongestText, WrittenStory.LongestEvidence));
        Assert.Equal(Enum.GetNames<WorkArea>(), Enum.GetNames<AreaChoice>());
        Assert.Equal(Enum.GetNames<Discovery>(), Enum.GetNames<DiscoveryChoice>());
        Assert.Equal(Enum.GetNames<Change>(), Enum.GetNames<ChangeChoice>());
        Assert.Equal(Enum.GetNames<Confidence>(), Enum.GetNames<ConfidenceChoice>());
        Assert.Equal(Enum.GetNames<Vote>(), Enum.GetNames<VoteChoice>());
        Assert.Equal(Enum.GetNames<VerificationStep>(), Enum.GetNames<VerificationLevel>());
    }

    [Fact]
    public void A_story_comes_back_from_Core_as_it_went_in() =>
        Assert.Equal(CardGallery.Story with { Changes = [] }, StoryTerms.Of(StoryTerms.Of(CardGallery.Story), withName: false) with { Changes = [] });

    [Fact]
    public void Id_and_code_follow_from_the_draft_and_not_from_each_other()
    {
        var draft = StoryDraft.New();
        Assert.True(StoryDraft.TryParse(draft.Text, out var again));
        Assert.Equal((draft.Id, draft.WithdrawCode), (again.Id, again.WithdrawCode));
        Assert.True(CaseStudyId.IsValid(draft.Id));
        Assert.Equal(64, draft.WithdrawCode.Length);
        Assert.DoesNotContain(draft.Id, draft.WithdrawCode + draft.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(draft.WithdrawCode[..16], draft.Text, StringComparison.Ordinal);
        Assert.NotEqual(draft.Id, StoryDraft.New().Id);
    }

    [Fact]
    public void A_code_opens_its_own_hash_and_no_other()
    {
        var (one, other) = (StoryDraft.New().WithdrawCode, StoryDraft.New().WithdrawCode);
        Assert.True(WithdrawCode.Opens(one, WithdrawCode.HashOf(one)));
        Assert.False(WithdrawCode.Opens(other, WithdrawCode.HashOf(one)));
        Assert.False(WithdrawCode.Opens(WithdrawCode.HashOf(one).Value, WithdrawCode.HashOf(one)));
        Assert.False(WithdrawCode.Opens("", WithdrawCode.HashOf(one)));
    }
}
