using AdaptiveCards;

namespace RetroBot.Cards;

/// <summary>The look that all cards share.</summary>
internal static class Elements
{
    /// <summary>Where the card comes from: one quiet line above the heading.</summary>
    public static AdaptiveTextBlock Overline(string text) => new(text) { Size = AdaptiveTextSize.Small, IsSubtle = true, Wrap = true };

    public static AdaptiveTextBlock Heading(string text) =>
        new(text) { Size = AdaptiveTextSize.Large, Weight = AdaptiveTextWeight.Bolder, Style = AdaptiveTextBlockStyle.Heading, Spacing = AdaptiveSpacing.Small, Wrap = true };

    public static AdaptiveTextBlock Subheading(string text) =>
        new(text) { Weight = AdaptiveTextWeight.Bolder, Spacing = AdaptiveSpacing.Medium, Wrap = true };

    public static AdaptiveTextBlock Paragraph(string text) => new(text) { Spacing = AdaptiveSpacing.Small, Wrap = true };

    public static AdaptiveTextBlock Note(string text) => new(text) { Size = AdaptiveTextSize.Small, IsSubtle = true, Spacing = AdaptiveSpacing.Small, Wrap = true };

    public static AdaptiveTextBlock Problem(string text) =>
        new(text) { Size = AdaptiveTextSize.Small, Color = AdaptiveTextColor.Attention, Wrap = true };

    public static AdaptiveElement Spaced(this AdaptiveElement element, AdaptiveSpacing spacing)
    {
        element.Spacing = spacing;
        return element;
    }

    /// <summary>The one thing to do on a card.</summary>
    public static AdaptiveExecuteAction Primary(string title, string verb, object? data = null)
    {
        var action = Button(title, verb, data);
        action.Style = "positive";
        return action;
    }

    public static AdaptiveExecuteAction Button(string title, string verb, object? data = null) => new() { Title = title, Verb = verb, Data = data };

    /// <summary>Leads to a page in the browser.</summary>
    public static AdaptiveOpenUrlAction Link(string title, Uri page) => new() { Title = title, Url = page };

    /// <summary>A button that leaves what was typed behind, and is pressed even where a required field is empty.</summary>
    public static AdaptiveExecuteAction ButtonWithoutInputs(string title, string verb, object? data = null)
    {
        var action = Button(title, verb, data);
        action.AssociatedInputs = AdaptiveAssociatedInputs.None;
        return action;
    }
}
