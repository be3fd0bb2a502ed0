namespace RetroBot.Host.Search;

/// <summary>A word of a text or of a question.</summary>
/// <param name="Written">Folded.</param>
/// <param name="Stem">What it is found by.</param>
internal readonly record struct SearchWord(string Written, string Stem);
