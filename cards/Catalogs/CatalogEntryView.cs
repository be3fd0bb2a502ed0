using AdaptiveCards;
using RetroBot.Cards.CaseStudies;

namespace RetroBot.Cards.Catalogs;

/// <summary>One case study: what it is, what AI did in a few words, and, folded up, how to try it.</summary>
internal static class CatalogEntryView
{
    /// <param name="number">Another one for each on the card.</param>
    public static AdaptiveContainer Draw(Texts texts, CatalogEntry entry, int number, CatalogLayout layout)
    {
        var (key, lead) = entry.AiRole is { } role ? ("StoryView.AiRole", role) : ("StoryView.HowToTry", entry.HowToTry);
        return new AdaptiveContainer
        {
            Separator = true,
            Spacing = AdaptiveSpacing.Medium,
            Items =
            [
                new AdaptiveTextBlock(texts.Value(entry.Title)) { Weight = AdaptiveTextWeight.Bolder, Style = AdaptiveTextBlockStyle.Heading, Wrap = true },
                Elements.Note(string.Join(texts["StoryView.Separator"], Tags(texts, entry))).Spaced(AdaptiveSpacing.None),
                Elements.Paragraph(texts.Format(key, StoryView.Shortened(lead, layout.LongestLead))),
                .. HowToTry(texts, entry, $"tryIt{number}", layout),
            ],
        };
    }

    private static IEnumerable<string> Tags(Texts texts, CatalogEntry entry)
    {
        if (entry.Level is { } level) yield return Choices.TextOf(texts, level);
        if (entry.Area is { } area) yield return Choices.TextOf(texts, area);
        if (entry.Tool is { } tool) yield return texts.Value(tool);
        // Year and quarter stay together at the end of a line.
        yield return texts.Value(entry.Period.Replace('-', '\u2011'));
    }

    private static AdaptiveElement[] HowToTry(Texts texts, CatalogEntry entry, string id, CatalogLayout layout)
    {
        var label = texts["Catalog.HowToTry"];
        var notWhen = layout.WithNotWhen && entry.NotWhen is { } when ? Elements.Paragraph(texts.Format("StoryView.NotWhen", when)) : null;
        return
        [
            // A screen reader says the button's title, which is no Markdown, and not what stands on the row.
            Elements.Row(label, texts["WhatIsStored.Mark"], new AdaptiveToggleVisibilityAction { Title = $"{label} {Texts.ForPlainText(texts.Culture).Value(entry.Title)}", TargetElements = [id] }),
            new AdaptiveContainer { Id = id, IsVisible = false, Spacing = AdaptiveSpacing.Small, Items = [Elements.Paragraph(texts.Value(entry.HowToTry)), .. notWhen is null ? Array.Empty<AdaptiveElement>() : [notWhen]] },
        ];
    }
}
