using FsCheck;
using FsCheck.Fluent;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.CheckIns;
using Xunit;

namespace RetroBot.Tests.CaseStudies;

public sealed class StoryTests
{
    private const string Canary = "canary@contoso.com";

    [Theory]
    [InlineData("  a\t\n b  ", "a b")]
    [InlineData("ana\u200B@contoso\u00AD.com", "ana@contoso.com")]
    [InlineData("\u202Egnp.exe", "gnp.exe")]
    [InlineData("a\0b\u0085c\u2028d", "ab c d")]
    [InlineData("👩\u200D💻 می\u200Cخواهم", "👩\u200D💻 می\u200Cخواهم")]
    [InlineData("\uDB40\uDC41\uDB40\uDC42x\uE000", "x")]
    [InlineData(" \n ", "")]
    public void A_text_is_made_one_line_of_what_can_be_seen(string typed, string clean) => Assert.Equal(clean, StoryText.Clean(typed));

    [Fact]
    public void Cleaning_twice_is_cleaning_once() =>
        Prop.ForAll<string>(text => StoryText.IsClean(StoryText.Clean(text ?? ""))).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("https://wiki.contoso.com/a/b?page=2#top")]
    [InlineData("https://contoso.com")]
    public void A_plain_https_address_is_evidence(string link) => Assert.Equal(link, new EvidenceLink(link).Value);

    [Theory]
    [InlineData("http://wiki.contoso.com/a")]
    [InlineData("https://ana:secret@wiki.contoso.com/a")]
    [InlineData("https://wiki.contoso.com:8443/a")]
    [InlineData("https://localhost/a")]
    [InlineData("https://10.0.0.1/a")]
    [InlineData("javascript:alert(1)")]
    [InlineData("wiki.contoso.com/a")]
    [InlineData("https://wiki.contoso.com/a b")]
    [InlineData("https://wiki.contoso.com/<b>")]
    [InlineData("https://wiki.contоso.com/a")]
    [InlineData("")]
    [InlineData(null)]
    public void Anything_else_is_not(string? link) => Assert.False(EvidenceLink.IsValid(link));

    [Fact]
    public void A_longer_address_is_not() => Assert.False(EvidenceLink.IsValid($"https://contoso.com/{new string('a', EvidenceLink.Longest)}"));

    [Theory]
    [InlineData("", "try it")]
    [InlineData(Canary + "\n", "try it")]
    [InlineData("title", Canary + "\u202E")]
    public void A_story_that_is_refused_is_not_repeated_in_the_message(string title, string howToTry)
    {
        var refused = Assert.Throws<ArgumentException>(() => Story(title, howToTry));
        Assert.DoesNotContain(Canary, refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_may_be_as_long_as_the_limit_and_not_longer()
    {
        Assert.NotNull(Story(new string('漢', Core.CaseStudies.Story.LongestTitle), new string('漢', Core.CaseStudies.Story.LongestText)));
        Assert.Throws<ArgumentException>(() => Story(new string('x', Core.CaseStudies.Story.LongestTitle + 1), "try it"));
        Assert.Throws<ArgumentException>(() => Story("title", new string('x', Core.CaseStudies.Story.LongestText + 1)));
    }

    [Fact]
    public void Something_changed_and_nothing_twice()
    {
        Assert.Throws<ArgumentException>(() => Story("title", "try it", []));
        Assert.Throws<ArgumentException>(() => Story("title", "try it", [Change.FewerErrors, Change.FewerErrors]));
    }

    [Theory]
    [InlineData(2026, 1, 1, "2026-Q1")]
    [InlineData(2026, 3, 31, "2026-Q1")]
    [InlineData(2026, 10, 1, "2026-Q4")]
    public void A_day_lies_in_its_quarter(int year, int month, int day, string name)
    {
        Assert.Equal(name, Quarter.Of(new(year, month, day)).ToString());
        Assert.True(Quarter.TryParse(name, out var quarter));
        Assert.Equal(Quarter.Of(new(year, month, day)), quarter);
    }

    [Theory]
    [InlineData("2026-Q0")]
    [InlineData("2026-Q5")]
    [InlineData("1026-Q1")]
    [InlineData("2026-W1")]
    [InlineData(null)]
    public void No_other_name_is_a_quarter(string? name) => Assert.False(Quarter.TryParse(name, out _));

    private static Story Story(string title, string howToTry) => Story(title, howToTry, [Change.LessTedious]);

    private static Story Story(string title, string howToTry, IReadOnlyList<Change> changes) =>
        new(title, null, null, null, changes, null, howToTry, null, WorkArea.Other, null, null, null);
}
