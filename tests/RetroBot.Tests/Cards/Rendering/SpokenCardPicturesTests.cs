using System.Text.Json.Nodes;
using RetroBot.Cards;
using Xunit;

namespace RetroBot.Tests.Cards.Rendering;

/// <summary>The cards that people see most, in every language, in the official renderer: words of one language are longer than those of another, and Arabic runs the other way.</summary>
[Collection<JudgedCards>]
public sealed class SpokenCardPicturesTests(CardJudge judge)
{
    private static readonly string[] Drawn = ["check-in-first", "check-in-details-fourth-round", "digest-stories", "setup", "what-is-stored", "story-preview-signed-and-redacted", "language", "help-channel"];

    public static TheoryData<string, string> All =>
    [
        .. from language in Languages.All.Except([Languages.English])
           from name in Drawn
           select new TheoryDataRow<string, string>(language.Tag, name),
    ];

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_card_fits_its_frame_in_every_language(string tag, string name)
    {
        var culture = Languages.Find(tag)!.Culture;
        var card = CardGallery.All.Single(entry => string.Equals(entry.Name, name, StringComparison.Ordinal)).Card;
        var json = JsonNode.Parse(card.Render(culture).ToJson())!.AsObject();

        Assert.Empty(await judge.JudgeAsync(json));
        Assert.Empty(await judge.DrawAsync($"{tag}-{name}", json, [.. from width in (int[])[640, 320] select new CardFrame("light", width, culture.Name, culture.TextInfo.IsRightToLeft)]));
    }
}
