using RetroBot.Host.Local;
using Xunit;

namespace RetroBot.Tests.Browser;

/// <summary>The clone of RetroBot that the tests run in.</summary>
internal static class Clone
{
    private static readonly Lazy<Task> Packages = new(InstallAsync);

    public static string Root { get; } = Path.GetFullPath(Path.Combine(LocalFolder.FindFrom(AppContext.BaseDirectory).Path, "..", ".."));

    /// <summary>What a run leaves behind for people to look at; git-ignored.</summary>
    public static string Artifacts { get; } = Path.Combine(Root, "artifacts");

    /// <summary>A file or folder of this project's sources.</summary>
    public static string Tests(params ReadOnlySpan<string> parts) => Path.Combine([Root, "tests", "RetroBot.Tests", .. parts]);

    /// <summary>The npm packages of <c>node/package-lock.json</c>, installed by the first test that asks.</summary>
    public static async Task<string> NodeModulesAsync()
    {
        await Packages.Value;
        return Tests("node", "node_modules");
    }

    // Not the token of the test that happens to be first: the others need the packages too.
    private static Task InstallAsync() =>
        new NodePackages(message => TestContext.Current.SendDiagnosticMessage(message), TimeProvider.System).EnsureAsync(Tests("node"), CancellationToken.None);
}
