using System.Text.RegularExpressions;
using System.Xml.Linq;
using RetroBot.Cards;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.Catalogs;
using RetroBot.Core.CheckIns;
using RetroBot.Host.Web;
using RetroBot.Tests.Browser;
using Xunit;

namespace RetroBot.Tests.Web;

/// <summary>The words of the pages are complete in each language.</summary>
public sealed partial class PageTextsTests
{
    public static TheoryData<string> Tags => [.. Languages.All.Select(language => language.Tag)];

    [Theory]
    [MemberData(nameof(Tags))]
    public void A_language_has_every_text_with_the_same_places_and_none_that_is_nobody_s(string tag)
    {
        var (source, own) = (TextsOf("en"), TextsOf(tag));

        Assert.Equal(source.Keys.Order(StringComparer.Ordinal), own.Keys.Order(StringComparer.Ordinal));
        Assert.All(own, text => Assert.False(string.IsNullOrWhiteSpace(text.Value), text.Key));
        Assert.All(own, text => Assert.Equal(Places(source[text.Key]), Places(text.Value)));
    }

    [Fact]
    public void Every_text_is_on_some_page()
    {
        var pages = string.Concat(Directory.EnumerateFiles(Path.Combine(Clone.Root, "bot", "Host", "Web"), "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".razor" or ".cs").Select(File.ReadAllText));

        Assert.All(TextsOf("en").Keys, key => Assert.True(
            pages.Contains($"\"{key}\"", StringComparison.Ordinal) || Made.Any(made => key.StartsWith(made, StringComparison.Ordinal)) || pages.Contains($"\"{key.Split('.')[0]}\"", StringComparison.Ordinal), key));
    }

    [Theory]
    [MemberData(nameof(Tags))]
    public void Every_value_of_every_facet_has_a_name(string tag)
    {
        var texts = new PageTexts(Languages.Find(tag)!);
        var values = new Dictionary<CatalogFacet, IEnumerable<string>>
        {
            [CatalogFacet.Area] = Enum.GetValues<WorkArea>().Select(CatalogWords.Of),
            [CatalogFacet.Outcome] = Enum.GetValues<Change>().Select(CatalogWords.Of),
            [CatalogFacet.Verification] = FacetValues.Steps,
            [CatalogFacet.Tool] = ["Copilot"],
            [CatalogFacet.Period] = ["2026-Q3"],
        };

        foreach (var facet in Enum.GetValues<CatalogFacet>())
        {
            Assert.NotEmpty(FacetWords.NameOf(texts, facet));
            Assert.All(values[facet], value => Assert.NotEmpty(FacetWords.NameOf(texts, facet, value)));
        }
        Assert.All(Enum.GetValues<CatalogOrder>(), order => Assert.NotEmpty(texts[$"Catalog.Order.{order}"]));
        Assert.All(FacetValues.Steps, step => Assert.NotEmpty(texts[$"Step.{step}.Meaning"]));
    }

    [Fact]
    public void In_a_right_to_left_text_a_range_keeps_its_direction()
    {
        Assert.Equal("\u206820\u2069–\u206849\u2069", new PageTexts(Languages.Find("ar")!).Format("Count.Band", 20, 49));
        Assert.Equal("20–49", new PageTexts(Languages.English).Format("Count.Band", 20, 49));
    }

    /// <summary>Keys that pages put together from a choice.</summary>
    private static readonly string[] Made = ["Catalog.Order.", "Facet.", "Step.", "Exports.", "Method.", "Figures.", "Organisation.", "LeftOut."];

    private static Dictionary<string, string> TextsOf(string tag) => XDocument.Load(Path.Combine(Clone.Root, "bot", "Host", "Web", "Texts", tag == "en" ? "Pages.resx" : $"Pages.{tag}.resx")).Root!
        .Elements("data").ToDictionary(data => (string)data.Attribute("name")!, data => (string)data.Element("value")!, StringComparer.Ordinal);

    private static IEnumerable<string> Places(string text) => Place().Matches(text).Select(place => place.Value).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\d\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();
}
