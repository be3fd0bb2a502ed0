using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using RetroBot.Tests.Browser;

namespace RetroBot.Tests.EndToEnd;

/// <summary>A card in the Playground. What is pressed may put another in its place.</summary>
internal sealed partial class PlaygroundCard(IPage page, ILocator card)
{
    private const int HigherThanAnyCard = 2600;

    /// <param name="title">Of a button, or of anything else on the card that can be pressed.</param>
    public Task PressAsync(string title) => card.GetByRole(AriaRole.Button, new() { Name = title, Exact = true }).ClickAsync();

    /// <summary>Picks from a list that folds out.</summary>
    public async Task PickAsync(string label, string choice)
    {
        await Field(label).ClickAsync();
        await page.GetByRole(AriaRole.Option, new() { Name = choice, Exact = true }).ClickAsync();
    }

    /// <summary>Picks a day from the calendar that folds out, which begins with the month of the machine's clock.</summary>
    public async Task PickDayAsync(string label, DateTimeOffset day)
    {
        await Field(label).ClickAsync();
        var calendar = page.GetByRole(AriaRole.Dialog, new() { Name = "Calendar" });
        var month = DateTime.ParseExact(await calendar.GetByRole(AriaRole.Button, new() { NameRegex = MonthAndYear() }).InnerTextAsync(), "MMMM yyyy", CultureInfo.InvariantCulture);
        for (var months = (day.Year - month.Year) * 12 + day.Month - month.Month; months > 0; months--) await calendar.GetByRole(AriaRole.Button, new() { Name = "Next month" }).ClickAsync();
        await calendar.GetByRole(AriaRole.Button, new() { Name = day.ToString("d, MMMM, yyyy", CultureInfo.InvariantCulture), Exact = true }).ClickAsync();
    }

    /// <summary>Marks one choice of a list in which only one can be marked.</summary>
    public Task MarkAsync(string choice) => card.GetByRole(AriaRole.Radio, new() { NameRegex = EndingIn(choice) }).CheckAsync();

    /// <summary>The same where several lists have such a choice.</summary>
    public Task MarkAsync(string question, string choice) => card.GetByRole(AriaRole.Radiogroup, new() { Name = question }).GetByRole(AriaRole.Radio, new() { NameRegex = EndingIn(choice) }).CheckAsync();

    public Task TickAsync(string choice) => Box(choice).CheckAsync();

    public Task<bool> IsTickedAsync(string choice) => Box(choice).IsCheckedAsync();

    public Task FillAsync(string label, string text) => Field(label).FillAsync(text);

    /// <summary>What a field holds.</summary>
    public Task<string> TypedAsync(string label) => Field(label).InputValueAsync();

    /// <summary>What a list that folds out offers.</summary>
    public async Task<IReadOnlyList<string>> ChoicesAsync(string label)
    {
        await Field(label).ClickAsync();
        var choices = await page.GetByRole(AriaRole.Option).AllInnerTextsAsync();
        await page.Keyboard.PressAsync("Escape");
        return choices;
    }

    /// <summary>Waits for words that come onto the card while it stands.</summary>
    public Task WaitForAsync(string words) => card.GetByText(words).First.WaitForAsync();

    public Task<string> TextAsync() => card.InnerTextAsync();

    public Task ScrollToAsync() => card.ScrollIntoViewIfNeededAsync();

    /// <summary>Keeps a picture of the card alone, in <c>artifacts/end-to-end</c>; all of it, though it be higher than the window.</summary>
    public async Task PhotographAsync(string name)
    {
        var window = page.ViewportSize!;
        await page.SetViewportSizeAsync(window.Width, HigherThanAnyCard);
        await card.ScreenshotAsync(new() { Path = Path.Combine(Clone.Artifacts, "end-to-end", $"{name}.png") });
        await page.SetViewportSizeAsync(window.Width, window.Height);
    }

    [GeneratedRegex(@"^[A-Z][a-z]+ [0-9]{4}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MonthAndYear();

    // What a label is of, and a mark on those that must be filled; the button that folds a list out has the same label.
    private ILocator Field(string label) =>
        card.GetByLabel(new Regex($@"^{Regex.Escape(label)}( \*)?$", RegexOptions.None, TimeSpan.FromSeconds(1))).And(page.Locator("input,textarea"));

    private ILocator Box(string choice) => card.GetByRole(AriaRole.Checkbox, new() { NameRegex = EndingIn(choice) });

    // The question comes first in the name of an answer.
    private static Regex EndingIn(string choice) => new($"(^| ){Regex.Escape(choice)}$", RegexOptions.None, TimeSpan.FromSeconds(1));
}
