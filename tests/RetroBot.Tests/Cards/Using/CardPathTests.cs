using RetroBot.Tests.Browser;
using RetroBot.Tests.Cards.Rendering;
using Xunit;

namespace RetroBot.Tests.Cards.Using;

/// <summary>What people do with cards, done on the drawn cards with a pointer and again with a keyboard alone.</summary>
public sealed class CardPathTests(HeadlessBrowser browser)
{
    private static readonly string Document = Path.Combine(Clone.Root, "docs", "cards.md");

    public static TheoryData<string> Names => [.. CardPath.All.Select(path => path.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Whoever_has_only_a_keyboard_does_as_much_as_whoever_taps_and_the_same_is_sent(string name)
    {
        await using var page = await CardPage.OpenAsync(browser);
        var path = CardPath.All.Single(path => string.Equals(path.Name, name, StringComparison.Ordinal));
        var (pointer, keyboard) = (page.ByPointer(), page.ByKeyboard());

        var tapped = await Walk.GoAsync(page, path, pointer);
        var typed = await Walk.GoAsync(page, path, keyboard);

        Assert.Equal(path.Steps.Any(step => step is not Step.Unfold), tapped.Sent.Count > 0);
        Assert.Equal(tapped.Sent, typed.Sent, StringComparer.Ordinal);
        Assert.Equal(pointer.Taps, keyboard.Taps);
        Assert.InRange(pointer.Taps, 1, path.MostTaps);
    }

    [Fact]
    public async Task The_document_says_what_each_way_takes()
    {
        await using var page = await CardPage.OpenAsync(browser);
        List<(CardPath, int, int, int)> rows = [];
        foreach (var path in CardPath.All)
        {
            var keyboard = page.ByKeyboard();
            var walk = await Walk.GoAsync(page, path, keyboard);
            rows.Add((path, keyboard.Taps, keyboard.Keys, walk.Characters));
        }

        var ct = TestContext.Current.CancellationToken;
        var document = (await File.ReadAllTextAsync(Document, ct)).ReplaceLineEndings("\n");
        var renewed = PathTable.Renew(document, rows);
        if (Environment.GetEnvironmentVariable("APPROVE") is "1") await File.WriteAllTextAsync(Document, document = renewed, ct);

        Assert.Equal(renewed, document);
    }
}
