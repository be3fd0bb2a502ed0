using RetroBot.Cards;
using RetroBot.Tests.Browser;
using Xunit;

namespace RetroBot.Tests.Cards.Rendering;

/// <summary>Draws the README's pictures into <c>artifacts/cards</c>, from where they are copied to <c>docs/images</c> when a card has changed.</summary>
public sealed class ReadmePicturesTests(HeadlessBrowser browser)
{
    [Theory]
    [InlineData("check-in")]
    [InlineData("digest")]
    public async Task The_README_shows_the_card(string name)
    {
        await using var page = await CardPage.OpenAsync(browser, scale: 2);

        var outside = await page.DrawAsync($"readme-{name}", DrawnCard.Named(name), CardFrame.Of("light", 480, Languages.English));

        Assert.Empty(outside);
        Assert.True(File.Exists(Path.Combine(Clone.Root, "docs", "images", $"{name}.png")));
        Assert.Contains($"docs/images/{name}.png", await File.ReadAllTextAsync(Path.Combine(Clone.Root, "README.md"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
