namespace RetroBot.Cards.CaseStudies;

/// <summary>A digest as one person sees it who pressed a button on it, and nobody else.</summary>
/// <param name="Notice">Above it; null where nothing is to be said.</param>
/// <param name="Tried">The case study that asks them how it went; null for none.</param>
public sealed record OwnView(StoryNotice? Notice, string? Tried = null);
