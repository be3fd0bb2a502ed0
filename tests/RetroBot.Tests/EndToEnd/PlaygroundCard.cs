using System.Text.RegularExpressions;
using Microsoft.Playwright;
using RetroBot.Tests.Browser;

namespace RetroBot.Tests.EndToEnd;

/// <summary>A card in the Playground. What is pressed may put another in its place.</summary>
internal sealed class PlaygroundCard(IPage page, ILocator card)
{
    /// <param name="title">Of a button, or of anything else on the card that can be pressed.</param>
    public Task PressAsync(string title) => card.GetByRole(AriaRole.Button, new() { Name = title, Exact = true }).ClickAsync();

    /// <summary>Picks from a list that folds out.</summary>
    public async Task PickAsync(string label, string choice)
    {
        await card.GetByRole(AriaRole.Combobox, new() { Name = label }).ClickAsync();
        await page.GetByRole(AriaRole.Option, new() { Name = choice, Exact = true }).ClickAsync();
    }

    /// <summary>Marks one choice of a list in which only one can be marked.</summary>
    public Task MarkAsync(string choice) => card.GetByRole(AriaRole.Radio, new() { NameRegex = EndingIn(choice) }).CheckAsync();

    public Task TickAsync(string choice) => card.GetByRole(AriaRole.Checkbox, new() { NameRegex = EndingIn(choice) }).CheckAsync();

    public Task FillAsync(string label, string text) => card.GetByLabel(label).FillAsync(text);

    public Task<string> TextAsync() => card.InnerTextAsync();

    /// <summary>Keeps a picture of the card alone, in <c>artifacts/end-to-end</c>.</summary>
    public Task PhotographAsync(string name) => card.ScreenshotAsync(new() { Path = Path.Combine(Clone.Artifacts, "end-to-end", $"{name}.png") });

    // The question comes first in the name of an answer.
    private static Regex EndingIn(string choice) => new($"(^| ){Regex.Escape(choice)}$", RegexOptions.None, TimeSpan.FromSeconds(1));
}
