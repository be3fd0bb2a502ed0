using System.Collections.ObjectModel;
using AdaptiveCards;

namespace RetroBot.Cards;

/// <summary>The look that all cards share.</summary>
internal static class Elements
{
    private static readonly AdaptiveWidth NameWidth = new("2");
    private static readonly AdaptiveWidth TextWidth = new("3");

    /// <summary>Where the card comes from: one quiet line above the heading.</summary>
    public static AdaptiveTextBlock Overline(string text) => new(text) { Size = AdaptiveTextSize.Small, IsSubtle = true, Wrap = true };

    public static AdaptiveTextBlock Heading(string text) =>
        new(text) { Size = AdaptiveTextSize.Large, Weight = AdaptiveTextWeight.Bolder, Style = AdaptiveTextBlockStyle.Heading, Spacing = AdaptiveSpacing.Small, Wrap = true };

    /// <summary>A heading to screen readers, too, which go from one to the next.</summary>
    public static AdaptiveTextBlock Subheading(string text) =>
        new(text) { Size = AdaptiveTextSize.Medium, Weight = AdaptiveTextWeight.Bolder, Style = AdaptiveTextBlockStyle.Heading, Spacing = AdaptiveSpacing.Medium, Wrap = true };

    public static AdaptiveTextBlock Paragraph(string text) => new(text) { Spacing = AdaptiveSpacing.Small, Wrap = true };

    public static AdaptiveTextBlock Note(string text) => new(text) { Size = AdaptiveTextSize.Small, IsSubtle = true, Spacing = AdaptiveSpacing.Small, Wrap = true };

    /// <summary>Things of one kind, each with a mark before it. Not Markdown's list: the renderer makes that as wide as its text and the marks stand out of it.</summary>
    public static AdaptiveContainer List(string mark, IEnumerable<string> items) => new()
    {
        Spacing = AdaptiveSpacing.Small,
        Items =
        [
            .. items.Select(item => new AdaptiveColumnSet
            {
                Spacing = AdaptiveSpacing.Small,
                Columns =
                [
                    new AdaptiveColumn { Width = AdaptiveWidth.Auto, Items = [new AdaptiveTextBlock(mark)] },
                    new AdaptiveColumn { Width = AdaptiveWidth.Stretch, Spacing = AdaptiveSpacing.Small, Items = [new AdaptiveTextBlock(item) { Wrap = true }] },
                ],
            }),
        ],
    };

    /// <summary>Short facts, their names in a column of their own. Not a fact set: that one breaks names within words on a phone, and sets its lines so close that they run together.</summary>
    public static AdaptiveContainer Facts(params IEnumerable<(string Name, string Text)> facts) => Rows(facts, fact => new AdaptiveColumnSet
    {
        Spacing = AdaptiveSpacing.Small,
        Columns = [new AdaptiveColumn { Width = NameWidth, Items = [Name(fact.Name)] }, new AdaptiveColumn { Width = TextWidth, Items = [new AdaptiveTextBlock(fact.Text) { Wrap = true }] }],
    });

    /// <summary>The same for what takes a sentence to say: below the name, since there is no room beside it on a phone.</summary>
    public static AdaptiveContainer Explained(params IEnumerable<(string Name, string Text)> entries) => Rows(entries, entry => new AdaptiveContainer
    {
        Spacing = AdaptiveSpacing.Small,
        Items = [Name(entry.Name), new AdaptiveTextBlock(entry.Text) { Spacing = AdaptiveSpacing.None, Wrap = true }],
    });

    /// <summary>What came of the press that the card answers.</summary>
    public static AdaptiveTextBlock Notice(string text) => new(text) { Color = AdaptiveTextColor.Accent, Wrap = true };

    /// <summary>What is wrong with the field below. A frame tells it from other text: Teams' own colour for it is too faint to read in the dark, and colour alone says nothing to some.</summary>
    public static AdaptiveContainer Problem(string text) =>
        Framed(new AdaptiveContainer { Style = AdaptiveContainerStyle.Attention, Items = [new AdaptiveTextBlock(text) { Wrap = true }] });

    /// <summary>A whole row that is pressed: as large on a phone as a finger needs. Frame and mark tell it from text where a theme draws no background.</summary>
    /// <param name="note">Below the text, on the row; null for none.</param>
    public static AdaptiveColumnSet Row(string text, string mark, AdaptiveAction pressed, AdaptiveTextWeight weight = AdaptiveTextWeight.Default, string? note = null) => Framed(new AdaptiveColumnSet
    {
        Style = AdaptiveContainerStyle.Emphasis,
        Spacing = AdaptiveSpacing.Small,
        SelectAction = pressed,
        Columns =
        [
            new AdaptiveColumn { Width = AdaptiveWidth.Stretch, Items = [new AdaptiveTextBlock(text) { Weight = weight, Wrap = true }, .. note is null ? Array.Empty<AdaptiveElement>() : [Note(note).Spaced(AdaptiveSpacing.None)]] },
            new AdaptiveColumn
            {
                Width = AdaptiveWidth.Auto,
                VerticalContentAlignment = AdaptiveVerticalContentAlignment.Center,
                Items = [new AdaptiveTextBlock(mark) { Color = AdaptiveTextColor.Accent, Weight = AdaptiveTextWeight.Bolder }],
            },
        ],
    });

    /// <summary>What belongs together, apart from what stands around it in every theme.</summary>
    public static AdaptiveContainer Box(AdaptiveSpacing spacing, params IEnumerable<AdaptiveElement> items) => Box(spacing, AdaptiveContainerStyle.Emphasis, items);

    public static AdaptiveContainer Box(AdaptiveSpacing spacing, AdaptiveContainerStyle style, params IEnumerable<AdaptiveElement> items) =>
        Framed(new AdaptiveContainer { Style = style, Spacing = spacing, Items = [.. items] });

    /// <summary>The same as a column, as wide as its neighbours.</summary>
    public static AdaptiveColumn Tile(params IEnumerable<AdaptiveElement> items) =>
        Framed(new AdaptiveColumn { Width = AdaptiveWidth.Stretch, Style = AdaptiveContainerStyle.Emphasis, Items = [.. items] });

    public static AdaptiveElement Spaced(this AdaptiveElement element, AdaptiveSpacing spacing)
    {
        element.Spacing = spacing;
        return element;
    }

    /// <summary>The one thing to do on a card.</summary>
    public static AdaptiveExecuteAction Primary(Texts texts, string title, string verb, IReadOnlyDictionary<string, string>? data = null)
    {
        var action = Button(texts, title, verb, data);
        action.Style = "positive";
        return action;
    }

    /// <summary>What nobody can undo.</summary>
    public static AdaptiveExecuteAction Irrevocable(Texts texts, string title, string verb, IReadOnlyDictionary<string, string>? data = null)
    {
        var action = Button(texts, title, verb, data);
        action.Style = "destructive";
        return action;
    }

    /// <param name="data">What is sent when it is pressed, beside the language that the card is written in.</param>
    public static AdaptiveExecuteAction Button(Texts texts, string title, string verb, IReadOnlyDictionary<string, string>? data = null) =>
        new() { Title = title, Verb = verb, Data = new Dictionary<string, string>(data ?? ReadOnlyDictionary<string, string>.Empty, StringComparer.Ordinal) { [CardData.LanguageId] = texts.Language.Tag } };

    /// <summary>Leads to a page in the browser.</summary>
    public static AdaptiveOpenUrlAction Link(string title, Uri page) => new() { Title = title, Url = page };

    /// <summary>A button that leaves what was typed behind, and is pressed even where a required field is empty.</summary>
    public static AdaptiveExecuteAction ButtonWithoutInputs(Texts texts, string title, string verb, IReadOnlyDictionary<string, string>? data = null)
    {
        var action = Button(texts, title, verb, data);
        action.AssociatedInputs = AdaptiveAssociatedInputs.None;
        return action;
    }

    private static AdaptiveContainer Rows(IEnumerable<(string Name, string Text)> entries, Func<(string Name, string Text), AdaptiveElement> drawn) =>
        new() { Spacing = AdaptiveSpacing.Medium, Items = [.. entries.Select(drawn)] };

    private static AdaptiveTextBlock Name(string name) => new(name) { Weight = AdaptiveTextWeight.Bolder, Wrap = true };

    /// <summary>A line around it and round corners, in the clients of Teams; others pass over these properties.</summary>
    private static T Framed<T>(T element)
        where T : AdaptiveCollectionElement
    {
        element.AdditionalProperties["showBorder"] = true;
        element.AdditionalProperties["roundedCorners"] = true;
        return element;
    }
}
