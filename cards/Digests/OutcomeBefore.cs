namespace RetroBot.Cards.Digests;

/// <summary>The value that the last digest showed, and how the new one stands beside it.</summary>
public sealed record OutcomeBefore(decimal Value, OutcomeMove Move);
