namespace RetroBot.Cards.Forms;

/// <summary>A form that came back incomplete: what was typed, to be shown again, and what is wrong with it. Both by input id.</summary>
/// <param name="Errors">Keys of texts.</param>
public sealed record FormEntries(IReadOnlyDictionary<string, string> Typed, IReadOnlyDictionary<string, string> Errors);
