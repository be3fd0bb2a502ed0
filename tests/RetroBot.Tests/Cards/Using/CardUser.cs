using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace RetroBot.Tests.Cards.Using;

/// <summary>Somebody who uses the card on the page.</summary>
internal abstract class CardUser(IPage page)
{
    /// <summary>What was pressed, chosen or ticked so far, and the fields that were gone to. A list that unfolds is two: it must be opened.</summary>
    public int Taps { get; protected set; }

    protected IPage Page => page;

    public Task DoAsync(Step step) => step switch
    {
        Step.Press(var title) => PressAsync(ButtonOf(title)),
        Step.Unfold(var title) => PressAsync(ButtonOf(title)),
        Step.Mark(var choice, var question) => MarkAsync(page.GetByRole(AriaRole.Radio, new() { NameRegex = EndingIn(choice) }).Nth(question)),
        Step.Tick(var choice) => TickAsync(page.GetByRole(AriaRole.Checkbox, new() { NameRegex = EndingIn(choice) })),
        Step.Choose(var question, var choice) => ChooseAsync(page.GetByRole(AriaRole.Combobox, new() { Name = question, Exact = true }), choice),
        Step.Type(var field, var text) => TypeAsync(page.GetByRole(AriaRole.Textbox, new() { Name = field, Exact = true }).Or(page.GetByRole(AriaRole.Spinbutton, new() { Name = field, Exact = true })), text),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, null),
    };

    protected abstract Task PressAsync(ILocator button);

    protected abstract Task MarkAsync(ILocator radio);

    protected abstract Task TickAsync(ILocator box);

    protected abstract Task ChooseAsync(ILocator list, string choice);

    protected abstract Task TypeAsync(ILocator field, string text);

    private ILocator ButtonOf(string title) => page.GetByRole(AriaRole.Button, new() { Name = title, Exact = true }).First;

    // The question comes first in the name of its first answer.
    private static Regex EndingIn(string choice) => new($"(^| ){Regex.Escape(choice)}$", RegexOptions.None, TimeSpan.FromSeconds(1));
}
