namespace RetroBot.Cards.CaseStudies;

/// <summary>Something that was taken out of a story before anyone else sees it.</summary>
/// <param name="Original">What stood there: for the author's eyes only.</param>
public sealed record LeftOut(LeftOutReason Reason, string Original);
