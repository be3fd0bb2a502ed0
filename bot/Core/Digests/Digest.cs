namespace RetroBot.Core.Digests;

/// <summary>What a team reads when a round is over. Published as it is, and never changed.</summary>
public sealed record Digest;
