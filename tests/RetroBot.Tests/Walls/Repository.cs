namespace RetroBot.Tests.Walls;

/// <summary>The files of this repository, without what builds and tools leave in it.</summary>
internal static class Repository
{
    private static readonly string[] Untracked = [".git", "bin", "obj", "node_modules", "devTools", "TestResults", "artifacts", ".vs", ".vscode", ".idea"];

    /// <summary>Found from where the tests run: a deterministic build does not tell where its sources were.</summary>
    public static string Root { get; } = Above(AppContext.BaseDirectory);

    /// <summary>Paths from the root, with forward slashes.</summary>
    public static IEnumerable<string> Files() => Directory.EnumerateFiles(Root).Concat(FoldersIn(Root).SelectMany(folder => Directory.EnumerateFiles(folder)))
        .Select(file => Path.GetRelativePath(Root, file).Replace(Path.DirectorySeparatorChar, '/'));

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static IEnumerable<string> FoldersIn(string folder) => Directory.EnumerateDirectories(folder)
        .Where(inner => !Untracked.Contains(Path.GetFileName(inner), StringComparer.Ordinal))
        .SelectMany(inner => FoldersIn(inner).Prepend(inner));

    private static string Above(string folder) =>
        File.Exists(Path.Combine(folder, "RetroBot.sln")) ? folder
        : Path.GetDirectoryName(folder) is { } parent ? Above(parent)
        : throw new InvalidOperationException("No RetroBot.sln above the tests.");
}
