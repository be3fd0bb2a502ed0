using AdaptiveCards;

namespace RetroBot.Cards.Diagnosis;

/// <summary>What works, what does not, and what to do; a line a check. The whole channel reads it.</summary>
public sealed record DiagnosisCard(string TeamName, IReadOnlyList<CheckLine> Lines) : Card
{
    public const string Verb = "diagnose.open";

    /// <summary>Looks at everything anew.</summary>
    internal static AdaptiveAction BackButton(Texts texts) => Elements.Button(texts, texts["Diagnosis.Open"], Verb);

    private protected override void Fill(AdaptiveCard card, Texts texts)
    {
        card.Body.Add(Elements.Overline(texts.Value(TeamName)));
        card.Body.Add(Elements.Heading(texts["Diagnosis.Title"]));
        card.Body.Add(Elements.Paragraph(Text(texts)));
        foreach (var line in Lines) card.Body.Add(Drawn(texts, line));
        card.Actions.Add(Elements.Button(texts, texts["Diagnosis.Plan"], PlannedRoundCard.Verb));
        card.Actions.Add(Elements.Button(texts, texts["Diagnosis.Test"], TestSentCard.Verb));
    }

    private protected override string Summarize(Texts texts) => texts.Format("Notice.Summary", texts["Diagnosis.Title"], Text(texts));

    private string Text(Texts texts) => texts[Lines.Select(line => line.State).DefaultIfEmpty().Max() switch
    {
        CheckState.Works => "Diagnosis.AllWorks",
        CheckState.NeedsAttention => "Diagnosis.SomeNeedAttention",
        _ => "Diagnosis.SomeFail",
    }];

    // Words say how it is; what asks for something stands in a frame. Teams' own colours for text are too faint to read in the dark.
    private static AdaptiveContainer Drawn(Texts texts, CheckLine line)
    {
        AdaptiveElement[] items =
        [
            new AdaptiveTextBlock(texts.Format("Diagnosis.Line", Choices.TextOf(texts, line.Subject), Choices.TextOf(texts, line.State))) { Weight = AdaptiveTextWeight.Bolder, Wrap = true },
            .. line.Remarks.Select(remark => Elements.Note(remark.Text(texts))),
        ];
        return line.State switch
        {
            CheckState.Works => new AdaptiveContainer { Spacing = AdaptiveSpacing.Medium, Items = [.. items] },
            CheckState.NeedsAttention => Elements.Box(AdaptiveSpacing.Medium, AdaptiveContainerStyle.Warning, items),
            _ => Elements.Box(AdaptiveSpacing.Medium, AdaptiveContainerStyle.Attention, items),
        };
    }
}
