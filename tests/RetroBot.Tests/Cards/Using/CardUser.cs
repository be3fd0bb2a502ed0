using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace RetroBot.Tests.Cards.Using;

/// <summary>Somebody who uses the card on the page.</summary>
internal abstract class CardUser(IPage page)
{
    /// <summary>What was pressed, chosen or ticked so far.</summary>
    public int Taps { get; protected set; }

    protected IPage Page => page;

    public Task DoAsync(Step step) => step switch
    {
        Step.Press(var title) => PressAsync(page.GetByRole(AriaRole.Button, new() { Name = title, Exact = true })),
        Step.Mark(var choice) => MarkAsync(page.GetByRole(AriaRole.Radio, new() { NameRegex = EndingIn(choice) })),
        Step.Tick(var choice) => TickAsync(page.GetByRole(AriaRole.Checkbox, new() { NameRegex = EndingIn(choice) })),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, null),
    };

    protected abstract Task PressAsync(ILocator button);

    protected abstract Task MarkAsync(ILocator radio);

    protected abstract Task TickAsync(ILocator box);

    // The question comes first in the name of an answer.
    private static Regex EndingIn(string choice) => new($"(^| ){Regex.Escape(choice)}$", RegexOptions.None, TimeSpan.FromSeconds(1));
}
