using System.Text.RegularExpressions;

namespace RetroBot.Tests.Walls;

/// <summary>Where packages come from is a matter of the machine that builds: nothing that is committed names a feed.</summary>
internal static partial class ForeignSources
{
    public static IEnumerable<string> Breaches(string path, Func<string> read) => Path.GetFileName(path).ToUpperInvariant() switch
    {
        "NUGET.CONFIG" => [$"{path} configures package sources."],
        "PACKAGE-LOCK.JSON" or "NPM-SHRINKWRAP.JSON" or "PACKAGES.LOCK.JSON" when Address().IsMatch(read()) => [$"{path} names addresses of downloads."],
        ".NPMRC" when NpmFeed().IsMatch(read()) => [$"{path} names a registry or a credential for one."],
        var name when name.EndsWith("PROJ", StringComparison.Ordinal) || name.EndsWith(".PROPS", StringComparison.Ordinal) || name.EndsWith(".TARGETS", StringComparison.Ordinal) =>
            RestoreSource().IsMatch(read()) ? [$"{path} names package sources."] : [],
        _ => [],
    };

    [GeneratedRegex("\"resolved\"\\s*:\\s*\"(https?|git\\+|file):", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Address();

    [GeneratedRegex(@"^\s*([^#;\n]*registry\s*=|//|_auth)", RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex NpmFeed();

    [GeneratedRegex(@"\bRestore(Additional(Project)?)?(Sources|FallbackFolders)\b|\bRestoreConfigFile\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex RestoreSource();
}
