using AdaptiveCards;

namespace RetroBot.Cards.People;

/// <summary>What RetroBot stores and how long, folded up by section; in a person's own chat also what there is about that person now.</summary>
/// <param name="RetentionWeeks">How long the counts of a closed round are kept.</param>
/// <param name="You">Null in a channel, where nothing about anybody is told.</param>
/// <param name="Document">The page that says all of it.</param>
public sealed record WhatIsStoredCard(IReadOnlyList<StoredItem> Items, int RetentionWeeks, StoredAboutYou? You, Uri Document) : Card
{
    private protected override void Fill(AdaptiveCard card, Texts texts)
    {
        card.Body.Add(Elements.Heading(texts["WhatIsStored.Title"]));
        card.Body.Add(Elements.Paragraph(texts["WhatIsStored.Text"]));
        if (You is { } you)
        {
            card.Body.Add(Elements.Subheading(texts["WhatIsStored.YouNow"]));
            card.Body.Add(Elements.Facts(
                (texts["WhatIsStored.Asking"], you.Asking(texts)),
                (texts["WhatIsStored.Language"], you.ChosenLanguage(texts)),
                (texts["WhatIsStored.Chat"], you.OurChat(texts)),
                (texts["WhatIsStored.Lead"], you.LeadRoles(texts))).Spaced(AdaptiveSpacing.Small));
            card.Body.Add(Elements.Note(texts["WhatIsStored.OpenRound"]));
        }
        card.Body.Add(new AdaptiveContainer
        {
            Spacing = AdaptiveSpacing.Medium,
            Items = [.. Items.GroupBy(item => item.Section).OrderBy(section => section.Key).SelectMany(section => new AdaptiveElement[] { Header(texts, section.Key), Details(texts, section.Key, [.. section.OrderBy(item => item.What)]) })],
        });
        card.Body.Add(Elements.Note(texts["WhatIsStored.Never"]).Spaced(AdaptiveSpacing.Medium));
        card.Actions.Add(Elements.Link(texts["Document.Link"], Document));
        if (You is not null) card.Actions.Add(Elements.Button(texts, texts["DeleteData.Ask"], DeleteDataCard.AskVerb));
    }

    private protected override string Summarize(Texts texts) => texts.Format("Notice.Summary", texts["WhatIsStored.Title"], texts["WhatIsStored.Text"]);

    private static AdaptiveColumnSet Header(Texts texts, StoredSection section)
    {
        var text = Choices.TextOf(texts, section);
        return Elements.Row(text, texts["WhatIsStored.Mark"], new AdaptiveToggleVisibilityAction { Title = text, TargetElements = [IdOf(section)] }, AdaptiveTextWeight.Bolder);
    }

    private AdaptiveContainer Details(Texts texts, StoredSection section, IReadOnlyList<StoredItem> items) => new()
    {
        Id = IdOf(section),
        IsVisible = false,
        Spacing = AdaptiveSpacing.Small,
        Items = [.. items.SelectMany(item => new AdaptiveElement[]
        {
            Elements.Paragraph(Choices.TextOf(texts, item.What)).Spaced(AdaptiveSpacing.Default), Elements.Note(texts.Count($"Keeping.{item.Until}", RetentionWeeks, RetentionWeeks)).Spaced(AdaptiveSpacing.None),
        })],
    };

    private static string IdOf(StoredSection section) => $"stored{section}";
}
