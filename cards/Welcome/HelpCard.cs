using AdaptiveCards;
using RetroBot.Cards.Commands;

namespace RetroBot.Cards.Welcome;

/// <summary>What RetroBot understands here.</summary>
public sealed record HelpCard(HelpScope Scope) : Card
{
    private protected override void Fill(AdaptiveCard card, Texts texts)
    {
        card.Body.Add(Elements.Heading(texts["Help.Title"]));
        card.Body.Add(Elements.Paragraph(Text(texts)));
        card.Body.Add(Elements.Explained(CommandWords.In(Scope).Select(command => (Choices.TextOf(texts, command), texts[$"Command.{command}.Text"]))));
    }

    private protected override string Summarize(Texts texts) => texts.Format("Notice.Summary", texts["Help.Title"], Text(texts));

    private string Text(Texts texts) => Choices.TextOf(texts, Scope);
}

public enum HelpScope
{
    Channel,
    Personal,
}
