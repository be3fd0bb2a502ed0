using System.Text.Json;
using RetroBot.Host.Local;
using RetroBot.Tests.Browser;
using RetroBot.Tests.Local;
using Xunit;

namespace RetroBot.Tests.Infra;

/// <summary>The bill of materials that <c>infra/sbom/write.mjs</c> writes, beside what the build really puts into the service's folder.</summary>
public sealed class SbomTests
{
    private static readonly string Folder = Path.Combine(Clone.Root, "infra", "sbom");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_names_every_package_that_is_shipped_and_no_other()
    {
        using var bill = JsonDocument.Parse(await WriteAsync());

        var named = bill.RootElement.GetProperty("components").EnumerateArray().Select(one => one.GetProperty("purl").GetString()!).ToList();

        Assert.Equal(named.Distinct(), named);
        Assert.Equal(Shipped().Order(StringComparer.Ordinal), named.Where(purl => purl.StartsWith("pkg:nuget/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Contains(named, purl => purl.StartsWith("pkg:npm/chart.js@", StringComparison.Ordinal));
        Assert.Contains(named, purl => purl.StartsWith("pkg:npm/%40microsoft/teams-js@", StringComparison.Ordinal));
        Assert.All(bill.RootElement.GetProperty("components").EnumerateArray(), one => Assert.Matches("^[0-9a-f]{128}$", one.GetProperty("hashes")[0].GetProperty("content").GetString()));
    }

    [Fact]
    public async Task The_same_commit_gives_the_same_bytes() => Assert.Equal(await WriteAsync(), await WriteAsync());

    /// <summary>As the runtime reads it: what of a package lies in the folder.</summary>
    private static IEnumerable<string> Shipped()
    {
        using var stream = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "RetroBot.Host.deps.json"));
        using var dependencies = JsonDocument.Parse(stream);
        return [.. dependencies.RootElement.GetProperty("libraries").EnumerateObject()
            .Where(library => library.Value.GetProperty("type").GetString() == "package").Select(library => $"pkg:nuget/{library.Name.Replace('/', '@')}")];
    }

    private static async Task<byte[]> WriteAsync()
    {
        await new NodePackages(message => TestContext.Current.SendDiagnosticMessage(message), TimeProvider.System).EnsureAsync(Folder, Ct);
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "bill.json");
        var written = await Command.RunAsync("node", [Path.Combine(Folder, "write.mjs"), file], Clone.Root, Ct);
        Assert.True(written?.ExitCode == 0, string.Join('\n', written?.Output ?? []));
        return await File.ReadAllBytesAsync(file, Ct);
    }
}
