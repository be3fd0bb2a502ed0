using System.Text.Json.Nodes;
using RetroBot.Tests.Browser;
using Xunit;

namespace RetroBot.Tests.Cards.Rendering;

/// <summary>Says what is wrong with a card, and shows it as Teams would.</summary>
/// <remarks>One page for all cards of a run: opening it costs more than judging a card.</remarks>
public sealed class CardJudge(HeadlessBrowser browser) : IAsyncLifetime
{
    private CardPage? page;

    private CardPage Page => page ?? throw new InvalidOperationException("The page is not open.");

    // Sheets of 42 frames are looked at as a whole: half their size is legible, and takes half the time.
    public async ValueTask InitializeAsync() => page = await CardPage.OpenAsync(browser, scale: 0.5f);

    /// <summary>Everything wrong with the card; empty for nothing.</summary>
    public async Task<IReadOnlyList<string>> JudgeAsync(JsonObject card) => [.. CardRules.FaultsOf(card), .. await Page.JudgeAsync(card)];

    /// <summary>Links, pictures and markup that came of the card's texts, each as its tag and what it says.</summary>
    public Task<string[]> MarkupAsync(JsonObject card) => Page.MarkupAsync(card);

    /// <summary>What somebody reads of the card as it is drawn.</summary>
    public Task<string[]> WordsAsync(JsonObject card) => Page.WordsAsync(card);

    /// <summary>Keeps a contact sheet of the card in <c>artifacts/cards</c>: a row for each language, in each the themes and widths.</summary>
    /// <returns>The frames in which something stands out of the card; empty for none.</returns>
    public Task<string[]> DrawAsync(string name, DrawnCard card, IReadOnlyList<CardFrame> frames) => Page.DrawAsync(name, card, frames);

    public async ValueTask DisposeAsync()
    {
        if (page is not null) await page.DisposeAsync();
    }
}

/// <summary>The tests that share the judge. One after the other, because they share its page.</summary>
[CollectionDefinition]
public sealed class JudgedCards : ICollectionFixture<CardJudge>;
