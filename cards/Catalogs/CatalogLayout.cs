namespace RetroBot.Cards.Catalogs;

/// <param name="LongestLead">Characters of what is read before anything is pressed.</param>
/// <param name="WithNotWhen">Whether it is said when not to use it.</param>
internal sealed record CatalogLayout(int LongestLead, bool WithNotWhen);
