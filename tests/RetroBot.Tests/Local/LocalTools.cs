using RetroBot.Host.Local;

namespace RetroBot.Tests.Local;

/// <summary>The tools of <c>infra/local</c>, installed.</summary>
internal static class LocalTools
{
    public static LocalFolder Folder { get; } = LocalFolder.FindFrom(AppContext.BaseDirectory);

    public static async Task<LocalFolder> InstalledAsync(CancellationToken ct)
    {
        await new NodePackages(_ => { }, TimeProvider.System).EnsureAsync(Folder.Path, ct);
        return Folder;
    }
}
