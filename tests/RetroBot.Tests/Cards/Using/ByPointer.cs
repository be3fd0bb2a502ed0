using Microsoft.Playwright;

namespace RetroBot.Tests.Cards.Using;

/// <summary>With a finger or a mouse: whatever it is, it is tapped once.</summary>
internal sealed class ByPointer(IPage page) : CardUser(page)
{
    protected override Task PressAsync(ILocator button) => TapAsync(button);

    protected override Task MarkAsync(ILocator radio) => TapAsync(radio);

    protected override Task TickAsync(ILocator box) => TapAsync(box);

    private Task TapAsync(ILocator element)
    {
        Taps++;
        return element.ClickAsync();
    }
}
