using AdaptiveCards;

namespace RetroBot.Cards.Welcome;

/// <summary>What RetroBot understands here.</summary>
public sealed record HelpCard(HelpScope Scope) : Card
{
    private static readonly string[] ChannelCommands = ["Setup", "Status", "OpenNow", "CloseNow", "WhatIsStored", "Help"];
    private static readonly string[] PersonalCommands = ["Pause", "Stop", "Start", "WhatIsStored", "DeleteMyData", "Help"];

    private protected override void Fill(AdaptiveCard card, Texts texts)
    {
        card.Body.Add(Elements.Heading(texts["Help.Title"]));
        card.Body.Add(Elements.Paragraph(Text(texts)));
        card.Body.Add(new AdaptiveFactSet
        {
            Spacing = AdaptiveSpacing.Medium,
            Facts = [.. (Scope == HelpScope.Channel ? ChannelCommands : PersonalCommands).Select(command => new AdaptiveFact(texts[$"Command.{command}"], texts[$"Command.{command}.Text"]))],
        });
    }

    private protected override string Summarize(Texts texts) => texts.Format("Notice.Summary", texts["Help.Title"], Text(texts));

    private string Text(Texts texts) => Choices.TextOf(texts, Scope);
}

public enum HelpScope
{
    Channel,
    Personal,
}
