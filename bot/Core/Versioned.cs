namespace RetroBot.Core;

/// <summary>A stored value with the version it was read at. Saving with that version fails when somebody else has saved since.</summary>
/// <param name="Version">Opaque; from the store that read it.</param>
public sealed record Versioned<T>(T Value, string Version);
