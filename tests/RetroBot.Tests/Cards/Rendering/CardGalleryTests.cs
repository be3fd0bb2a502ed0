using System.Globalization;
using System.Text.Json.Nodes;
using Xunit;

namespace RetroBot.Tests.Cards.Rendering;

/// <summary>Every card in every state, before the official parser and in the official renderer.</summary>
[Collection<JudgedCards>]
public sealed class CardGalleryTests(CardJudge judge)
{
    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("en");

    public static TheoryData<string> Names => [.. CardGallery.All.Select(entry => entry.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_official_parser_has_nothing_to_say_against_the_card(string name)
    {
        Assert.Empty(await judge.JudgeAsync(Json(name)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_card_fits_its_frame_in_every_theme_and_width(string name)
    {
        Assert.Empty(await judge.DrawAsync(name, Json(name), CardFrame.All(Culture)));
    }

    private static JsonObject Json(string name) =>
        JsonNode.Parse(CardGallery.All.Single(entry => string.Equals(entry.Name, name, StringComparison.Ordinal)).Card.Render(Culture).ToJson())!.AsObject();
}
