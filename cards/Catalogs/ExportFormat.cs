namespace RetroBot.Cards.Catalogs;

/// <summary>As what the catalog can be had. The names on cards are the last parts of the files' names.</summary>
public enum ExportFormat
{
    Xlsx,
    Csv,
    Json,
}
