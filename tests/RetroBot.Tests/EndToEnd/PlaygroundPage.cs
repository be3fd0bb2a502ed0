using Microsoft.Playwright;
using RetroBot.Host.Local;
using RetroBot.Tests.Browser;

namespace RetroBot.Tests.EndToEnd;

/// <summary>The Agents Playground in front of a person: chats, posts and cards, found by the names that a screen reader would say.</summary>
internal sealed class PlaygroundPage : IAsyncDisposable
{
    private const float TimeToAnswerInMilliseconds = 60_000;
    private readonly IPage page;
    private readonly PlaygroundSocket socket;
    private bool inChannel;

    private PlaygroundPage(IPage page, PlaygroundLog log, PlaygroundSocket socket) => (this.page, Log, this.socket) = (page, log, socket);

    /// <summary>What passes between the bot and people who are not in front of this page.</summary>
    public PlaygroundLog Log { get; }

    // One line: there is one such editor in a chat; in a channel those of the threads follow it.
    private ILocator Editor => Editors.First;

    private ILocator Editors => page.Locator("[contenteditable=true]");

    public static async Task<PlaygroundPage> OpenAsync(HeadlessBrowser browser, Uri address)
    {
        var opened = await browser.OpenPageAsync(new() { ViewportSize = new() { Width = 1500, Height = 1000 } });
        opened.SetDefaultTimeout(TimeToAnswerInMilliseconds);
        var log = new PlaygroundLog();
        var told = new PlaygroundSocket(log.Read);
        await told.RouteAsync(opened);
        await PageFonts.ServeAsync(opened);
        await opened.GotoAsync(address.AbsoluteUri);
        await PageFonts.ApplyAsync(opened);
        return new PlaygroundPage(opened, log, told);
    }

    public Task OpenPersonalChatAsync()
    {
        inChannel = false;
        return OpenChatAsync("Personal Chat");
    }

    public Task OpenChannelAsync(string name)
    {
        inChannel = true;
        return OpenChatAsync($"{DemoTenant.TeamName} - {name}");
    }

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
        await socket.HoldAsync(async () =>
        {
            var posts = await Editors.CountAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Post", Exact = true }).ClickAsync();
            await Editors.Nth(posts).WaitForAsync();
        });
    }

    /// <summary>Waits for a card with this text, and takes the latest.</summary>
    public async Task<PlaygroundCard> CardAsync(string text)
    {
        var card = Latest(Cards(text));
        await card.WaitForAsync();
        return new PlaygroundCard(page, card);
    }

    /// <summary>Does something, and waits until there is one more card with this text than before, in the chat that is open.</summary>
    public async Task<PlaygroundCard> CardAfterAsync(Func<Task> done, string text)
    {
        var before = await CountAsync(text);
        await done();
        await Cards(text).Nth(before).WaitForAsync();
        return new PlaygroundCard(page, Latest(Cards(text)));
    }

    /// <summary>How many cards with this text there are in the chat that is open.</summary>
    public Task<int> CountAsync(string text) => Cards(text).CountAsync();

    /// <summary>Keeps what the person sees in <c>artifacts/end-to-end</c>.</summary>
    public async Task PhotographAsync(string name)
    {
        await page.EvaluateAsync("document.fonts.ready");
        await page.ScreenshotAsync(new() { Path = Path.Combine(Clone.Artifacts, "end-to-end", $"{name}.png") });
    }

    public async ValueTask DisposeAsync() => await page.CloseAsync();

    private ILocator Cards(string text) => page.Locator(".ac-preview-panel").Filter(new() { HasText = text });

    // A channel begins with the latest post, a chat ends with the latest message.
    private ILocator Latest(ILocator cards) => inChannel ? cards.First : cards.Last;

    private Task OpenChatAsync(string name) => page.GetByRole(AriaRole.Treeitem, new() { Name = name, Exact = true }).ClickAsync();
}
