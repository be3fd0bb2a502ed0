using RetroBot.Tests.Walls;

namespace RetroBot.Tests.Infra;

/// <summary>What <c>infra/</c> holds for Azure, by path from there.</summary>
internal static class InfraFiles
{
    private const string Folder = "infra/";

    public static IReadOnlyDictionary<string, string> All { get; } = Repository.Files()
        .Where(path => path.StartsWith(Folder, StringComparison.Ordinal) && Path.GetExtension(path) is ".bicep" or ".bicepparam" or ".sh")
        .ToDictionary(path => path[Folder.Length..], path => Repository.Read(path).ReplaceLineEndings("\n"), StringComparer.Ordinal);
}
