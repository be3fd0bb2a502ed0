namespace RetroBot.Host.Catalogs;

/// <summary>Where a file may be put for the person who consented to it, and how Teams then shows it.</summary>
/// <param name="Upload">Of an upload session; it lets whoever knows it write the file.</param>
/// <param name="Content">Where the file can be opened once it is there.</param>
/// <param name="Name">What it is called there.</param>
internal sealed record FileDestination(Uri Upload, Uri Content, string Name, string UniqueId, string FileType);
