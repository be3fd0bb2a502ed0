using Microsoft.Playwright;
using RetroBot.Host.Local;
using RetroBot.Tests.Browser;

namespace RetroBot.Tests.EndToEnd;

/// <summary>The Agents Playground in front of a person: chats, posts and cards, found by the names that a screen reader would say.</summary>
internal sealed class PlaygroundPage : IAsyncDisposable
{
    private const float TimeToAnswerInMilliseconds = 60_000;
    private readonly IPage page;

    private PlaygroundPage(IPage page, PlaygroundLog log) => (this.page, Log) = (page, log);

    /// <summary>What passes between the bot and people who are not in front of this page.</summary>
    public PlaygroundLog Log { get; }

    // One line: there is one such editor in a chat; in a channel those of the threads follow it.
    private ILocator Editor => page.Locator("[contenteditable=true]").First;

    public static async Task<PlaygroundPage> OpenAsync(HeadlessBrowser browser, Uri address)
    {
        var opened = await browser.OpenPageAsync(new() { ViewportSize = new() { Width = 1500, Height = 1000 } });
        opened.SetDefaultTimeout(TimeToAnswerInMilliseconds);
        var log = new PlaygroundLog(opened);
        await PageFonts.ServeAsync(opened);
        await opened.GotoAsync(address.AbsoluteUri);
        await PageFonts.ApplyAsync(opened);
        return new PlaygroundPage(opened, log);
    }

    public Task OpenPersonalChatAsync() => OpenChatAsync("Personal Chat");

    public Task OpenChannelAsync(string name) => OpenChatAsync($"{DemoTenant.TeamName} - {name}");

    /// <summary>Writes to the bot, in a personal chat.</summary>
    public async Task SayAsync(string text)
    {
        await Editor.FillAsync(text);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send Message" }).ClickAsync();
    }

    /// <summary>Starts a post in a channel that mentions the bot.</summary>
    public async Task PostAsync(string text)
    {
        await Editor.ClickAsync();
        await Editor.PressSequentiallyAsync("@");
        await page.GetByRole(AriaRole.Menuitem, new() { Name = DemoTenant.BotName }).ClickAsync();
        await Editor.PressSequentiallyAsync($" {text}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Post", Exact = true }).ClickAsync();
    }

    /// <summary>Waits for a card with this text.</summary>
    public async Task<PlaygroundCard> CardAsync(string text)
    {
        var card = page.Locator(".ac-preview-panel").Filter(new() { HasText = text }).First;
        await card.WaitForAsync();
        return new PlaygroundCard(page, card);
    }

    /// <summary>Keeps what the person sees in <c>artifacts/end-to-end</c>.</summary>
    public async Task PhotographAsync(string name)
    {
        await page.EvaluateAsync("document.fonts.ready");
        await page.ScreenshotAsync(new() { Path = Path.Combine(Clone.Artifacts, "end-to-end", $"{name}.png") });
    }

    public async ValueTask DisposeAsync() => await page.CloseAsync();

    private Task OpenChatAsync(string name) => page.GetByRole(AriaRole.Treeitem, new() { Name = name, Exact = true }).ClickAsync();
}
