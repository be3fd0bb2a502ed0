using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using RetroBot.Tests.Browser;
using RetroBot.Tests.Cards.Using;

namespace RetroBot.Tests.Cards.Rendering;

/// <summary>A page that holds the official renderer, set up as Teams has it.</summary>
public sealed class CardPage : IAsyncDisposable
{
    private const string Site = "http://cards.test";
    private const string NodeModules = "/node_modules/";

    private readonly IPage page;

    private CardPage(IPage page) => this.page = page;

    /// <param name="scale">Pixels of a picture for each CSS pixel, in both directions.</param>
    public static async Task<CardPage> OpenAsync(HeadlessBrowser browser, float scale = 1)
    {
        var modules = await Clone.NodeModulesAsync();
        var opened = await browser.OpenPageAsync(new() { ViewportSize = new() { Width = 1100, Height = 900 }, DeviceScaleFactor = scale });
        await opened.RouteAsync("**/*", route => AnswerAsync(route, modules));
        await PageFonts.ServeAsync(opened);
        await opened.GotoAsync($"{Site}/index.html");
        await PageFonts.ApplyAsync(opened);
        return new CardPage(opened);
    }

    /// <summary>What the official parser says of the card, and the properties that it passed over.</summary>
    public Task<string[]> JudgeAsync(JsonObject card) => page.EvaluateAsync<string[]>("card => judge(JSON.parse(card))", card.ToJsonString());

    /// <summary>What the official renderer made of the card's texts that is more than text.</summary>
    public Task<string[]> MarkupAsync(JsonObject card) => page.EvaluateAsync<string[]>("card => markup(JSON.parse(card))", card.ToJsonString());

    /// <summary>The texts of the card as the official renderer drew it, and what its pictures say.</summary>
    public Task<string[]> WordsAsync(JsonObject card) => page.EvaluateAsync<string[]>("card => words(JSON.parse(card))", card.ToJsonString());

    /// <summary>What axe says would keep somebody from reading or using the card, in any of the <paramref name="frames"/>.</summary>
    public Task<string[]> ObstaclesAsync(DrawnCard card, IReadOnlyList<CardFrame> frames) => DrawnAsync<string[]>("obstacles", card, frames);

    /// <summary>Draws the card in all <paramref name="frames"/> at once and takes a picture of them together.</summary>
    /// <returns>The frames in which something stands out of the card.</returns>
    public async Task<string[]> DrawAsync(string name, DrawnCard card, IReadOnlyList<CardFrame> frames)
    {
        var drawing = await LayOutAsync(card, frames);
        await PhotographAsync(name, drawing.Sheet);
        return drawing.Outside;
    }

    /// <summary>The same for one frame, and the picture is of the card alone.</summary>
    public async Task<string[]> DrawAsync(string name, DrawnCard card, CardFrame frame)
    {
        var drawing = await LayOutAsync(card, [frame]);
        await PhotographAsync(name, drawing.Cards.Single());
        return drawing.Outside;
    }

    /// <summary>Puts the card there to be used.</summary>
    /// <returns>The lines that it shows.</returns>
    public async Task<string[]> ShowAsync(DrawnCard card, CardFrame frame)
    {
        await LayOutAsync(card, [frame]);
        return await page.EvaluateAsync<string[]>("sent.length = 0, lines()");
    }

    /// <summary>The lines that the card shows now.</summary>
    public Task<string[]> LinesAsync() => page.EvaluateAsync<string[]>("lines()");

    internal ByPointer ByPointer() => new(page);

    internal ByKeyboard ByKeyboard() => new(page);

    /// <summary>What the card that is there has sent; null for nothing.</summary>
    public Task<JsonElement?> SentAsync() => page.EvaluateAsync<JsonElement?>("sent[0] ?? null");

    public async ValueTask DisposeAsync() => await page.CloseAsync();

    private async Task<Drawing> LayOutAsync(DrawnCard card, IReadOnlyList<CardFrame> frames)
    {
        var drawing = (await DrawnAsync<JsonElement>("draw", card, frames)).Deserialize<Drawing>(JsonSerializerOptions.Web)!;

        // All of it at once in the window: taking a picture of what must be scrolled to is slow.
        await page.SetViewportSizeAsync((int)drawing.Sheet.Width, (int)drawing.Sheet.Height);
        return drawing;
    }

    private Task<T> DrawnAsync<T>(string function, DrawnCard card, IReadOnlyList<CardFrame> frames) => page.EvaluateAsync<T>(
        $"([cards, frames]) => {function}(JSON.parse(cards), JSON.parse(frames))",
        new[] { JsonSerializer.Serialize(card.ByLanguage), JsonSerializer.Serialize(frames, JsonSerializerOptions.Web) });

    private Task<byte[]> PhotographAsync(string name, Clip box) => page.ScreenshotAsync(new() { Path = Path.Combine(Clone.Artifacts, "cards", $"{name}.png"), Clip = box });

    // Nothing is fetched from anywhere else, so that a card with a picture from the network fails to draw.
    private static Task AnswerAsync(IRoute route, string modules)
    {
        var url = new Uri(route.Request.Url);
        if (!string.Equals(url.GetLeftPart(UriPartial.Authority), Site, StringComparison.Ordinal)) return route.AbortAsync();
        var path = url.AbsolutePath;
        return route.FulfillAsync(new()
        {
            Path = path.StartsWith(NodeModules, StringComparison.Ordinal)
                ? Path.Combine(modules, path[NodeModules.Length..])
                : Clone.Tests("Cards", "Rendering", "Page", path[1..]),
        });
    }

    private sealed record Drawing(Clip Sheet, Clip[] Cards, string[] Outside);
}
