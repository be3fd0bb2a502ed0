namespace RetroBot.Core.Digests;

/// <summary>A digest as everybody has read it, without the counts behind it.</summary>
/// <param name="EndsFour">Whether its round was every fourth one, which ends four that belong together.</param>
public sealed record PublishedDigest(Digest Digest, bool EndsFour);
