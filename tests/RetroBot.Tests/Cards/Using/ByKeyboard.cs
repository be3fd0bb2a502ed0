using Microsoft.Playwright;

namespace RetroBot.Tests.Cards.Using;

/// <summary>With a keyboard alone, and always onwards: what comes next on the way stands behind what came before.</summary>
internal sealed class ByKeyboard(IPage page) : CardUser(page)
{
    /// <summary>More than any card has to be passed; then what is looked for cannot be reached.</summary>
    private const int MostKeys = 60;

    private const string IsFocused = "element => element === document.activeElement";
    private const string Chosen = "list => list.selectedOptions[0]?.text";
    private const string IsInFocusedGroup = "element => element.name === document.activeElement.name";

    /// <summary>All keys, those that only move on too, but for the letters of what is typed.</summary>
    public int Keys { get; private set; }

    protected override async Task PressAsync(ILocator button)
    {
        await GoAsync("Tab", button, IsFocused);
        await OperateAsync("Enter");
    }

    protected override async Task TickAsync(ILocator box)
    {
        await GoAsync("Tab", box, IsFocused);
        await OperateAsync("Space");
    }

    // Tab stops at a group's first answer; arrows go through the others, and choose where they stop.
    protected override async Task MarkAsync(ILocator radio)
    {
        await GoAsync("Tab", radio, IsInFocusedGroup);
        if (!await radio.EvaluateAsync<bool>(IsFocused)) await GoAsync("ArrowDown", radio, IsFocused);
        else await KeyAsync("Space");
        Taps++;
    }

    // Arrows choose without unfolding. It counts as much as with a pointer.
    protected override async Task ChooseAsync(ILocator list, string choice)
    {
        await GoAsync("Tab", list, IsFocused);
        for (var pressed = 0; !string.Equals(await list.EvaluateAsync<string>(Chosen), choice, StringComparison.Ordinal); pressed++)
        {
            if (pressed == MostKeys) throw new InvalidOperationException($"ArrowDown does not lead to {choice}.");
            await KeyAsync("ArrowDown");
        }

        Taps += 2;
    }

    protected override async Task TypeAsync(ILocator field, string text)
    {
        await GoAsync("Tab", field, IsFocused);
        await field.FillAsync(text);
        Taps++;
    }

    private Task OperateAsync(string key)
    {
        Taps++;
        return KeyAsync(key);
    }

    private async Task GoAsync(string key, ILocator target, string isThere)
    {
        for (var pressed = 0; !await target.EvaluateAsync<bool>(isThere); pressed++)
        {
            if (pressed == MostKeys) throw new InvalidOperationException($"{key} does not lead to {target}.");
            await KeyAsync(key);
        }
    }

    private Task KeyAsync(string key)
    {
        Keys++;
        return Page.Keyboard.PressAsync(key);
    }
}
