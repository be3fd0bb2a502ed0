using Microsoft.Playwright;

namespace RetroBot.Tests.Cards.Using;

/// <summary>With a finger or a mouse: whatever it is, it is tapped.</summary>
internal sealed class ByPointer(IPage page) : CardUser(page)
{
    protected override Task PressAsync(ILocator button) => TapAsync(button);

    protected override Task MarkAsync(ILocator radio) => TapAsync(radio);

    protected override Task TickAsync(ILocator box) => TapAsync(box);

    // The list itself is drawn by the system, outside of the page: its second tap cannot be made here.
    protected override async Task ChooseAsync(ILocator list, string choice)
    {
        Taps += 2;
        await list.SelectOptionAsync(new SelectOptionValue { Label = choice });
    }

    protected override async Task TypeAsync(ILocator field, string text)
    {
        await TapAsync(field);
        await field.FillAsync(text);
    }

    private Task TapAsync(ILocator element)
    {
        Taps++;
        return element.ClickAsync();
    }
}
