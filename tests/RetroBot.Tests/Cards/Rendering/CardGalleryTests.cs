using RetroBot.Cards;
using Xunit;

namespace RetroBot.Tests.Cards.Rendering;

/// <summary>Every card in every state, before the official parser and in the official renderer.</summary>
[Collection<JudgedCards>]
public sealed class CardGalleryTests(CardJudge judge)
{
    public static TheoryData<string> Names => [.. CardGallery.All.Select(entry => entry.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_official_parser_has_nothing_to_say_against_the_card_in_any_language(string name)
    {
        foreach (var (language, card) in DrawnCard.Named(name).ByLanguage)
        {
            var faults = await judge.JudgeAsync(card);
            Assert.True(faults.Count == 0, $"{language}: {string.Join("; ", faults)}");
        }
    }

    /// <summary>And leaves its contact sheet for people to look at: <c>artifacts/cards</c>.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_card_fits_its_frame_in_every_theme_width_and_language(string name) =>
        Assert.Empty(await judge.DrawAsync(name, DrawnCard.Named(name), CardFrame.Every));
}
