using System.Collections.Concurrent;
using RetroBot.Host.Local;
using Xunit;

namespace RetroBot.Tests.Local;

public sealed class NodePackagesTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly ConcurrentQueue<string> reports = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Two_starts_at_once_share_one_installation()
    {
        WantPackageFromDisk();

        await Task.WhenAll(Packages().EnsureAsync(folder.Path, Ct), Packages().EnsureAsync(folder.Path, Ct));

        Assert.Single(reports, report => report.StartsWith("Installing", StringComparison.Ordinal));
        Assert.True(File.Exists(Path.Combine(folder.Path, "node_modules", "neighbour", "package.json")));
    }

    [Fact]
    public async Task What_is_installed_is_installed_again_only_when_the_lock_file_has_changed()
    {
        WantPackageFromDisk();
        await Packages().EnsureAsync(folder.Path, Ct);
        await Packages().EnsureAsync(folder.Path, Ct);
        Assert.Single(reports);

        await File.AppendAllTextAsync(Path.Combine(folder.Path, "package-lock.json"), "\n", Ct);
        await Packages().EnsureAsync(folder.Path, Ct);
        Assert.Equal(2, reports.Count);
    }

    [Fact]
    public async Task A_failure_of_npm_is_told_in_its_own_words()
    {
        WantWhatTheLockFileDoesNotName();

        var failure = await Assert.ThrowsAsync<LocalSetupException>(() => Packages().EnsureAsync(folder.Path, Ct));

        Assert.Contains("npm ci ended with code 1", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Missing: left@1.0.0 from lock file", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_registry_out_of_reach_is_told_as_a_missing_network()
    {
        folder.Write(".npmrc", $"registry=http://127.0.0.1:{LocalPort.Free()}/\nfetch-retries=0\ncache={folder.Path}/cache\n");
        folder.Write("package.json", """{ "name": "offline", "dependencies": { "left": "1.0.0" } }""");
        folder.Write("package-lock.json", """
            { "name": "offline", "lockfileVersion": 3, "packages": {
                "": { "name": "offline", "dependencies": { "left": "1.0.0" } },
                "node_modules/left": { "version": "1.0.0" } } }
            """);

        var failure = await Assert.ThrowsAsync<LocalSetupException>(() => Packages().EnsureAsync(folder.Path, Ct));

        Assert.Contains("The first use needs a network", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_installation_is_tried_again()
    {
        WantWhatTheLockFileDoesNotName();
        await Assert.ThrowsAsync<LocalSetupException>(() => Packages().EnsureAsync(folder.Path, Ct));

        await Assert.ThrowsAsync<LocalSetupException>(() => Packages().EnsureAsync(folder.Path, Ct));

        Assert.Equal(2, reports.Count);
    }

    [Fact]
    public async Task A_folder_without_a_lock_file_is_refused()
    {
        var failure = await Assert.ThrowsAsync<LocalSetupException>(() => Packages().EnsureAsync(folder.Path, Ct));

        Assert.Contains("package-lock.json is missing", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "found none")]
    [InlineData("v18.20.4", "found v18.20.4")]
    [InlineData("command not understood", "found command not understood")]
    public void A_Node_that_is_missing_or_too_old_is_named(string? version, string expected) =>
        Assert.Contains(expected, NodePackages.ProblemWith(version), StringComparison.Ordinal);

    [Theory]
    [InlineData("v20.0.0")]
    [InlineData("v24.1.0")]
    public void A_Node_that_is_new_enough_is_taken(string version) => Assert.Null(NodePackages.ProblemWith(version));

    private NodePackages Packages() => new(reports.Enqueue, TimeProvider.System);

    private void WantWhatTheLockFileDoesNotName()
    {
        folder.Write("package.json", """{ "name": "broken", "dependencies": { "left": "1.0.0" } }""");
        folder.Write("package-lock.json", """{ "name": "broken", "lockfileVersion": 3, "packages": { "": { "name": "broken" } } }""");
    }

    private void WantPackageFromDisk()
    {
        Directory.CreateDirectory(Path.Combine(folder.Path, "neighbour"));
        folder.Write("neighbour/package.json", """{ "name": "neighbour", "version": "1.0.0" }""");
        folder.Write("package.json", """{ "name": "house", "dependencies": { "neighbour": "file:neighbour" } }""");
        folder.Write("package-lock.json", """
            { "name": "house", "lockfileVersion": 3, "packages": {
                "": { "name": "house", "dependencies": { "neighbour": "file:neighbour" } },
                "neighbour": { "version": "1.0.0" },
                "node_modules/neighbour": { "resolved": "neighbour", "link": true } } }
            """);
    }
}
