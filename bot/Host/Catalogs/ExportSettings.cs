namespace RetroBot.Host.Catalogs;

/// <summary>How much an export in a chat may take.</summary>
/// <param name="LargestBytes">A larger file is not sent.</param>
/// <param name="Making">Longest, for how large a file will be.</param>
/// <param name="Sending">Longest, from the consent until it has arrived. The card that shows how far it is says to ask again a while after that.</param>
/// <param name="Folder">Where a file lies while it is sent, without a name.</param>
internal sealed record ExportSettings(long LargestBytes, TimeSpan Making, TimeSpan Sending, string Folder)
{
    private const long Megabyte = 1024 * 1024;

    public static ExportSettings Default { get; } = new(100 * Megabyte, TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(10), Path.GetTempPath());

    public int LargestMegabytes => (int)(LargestBytes / Megabyte);
}
