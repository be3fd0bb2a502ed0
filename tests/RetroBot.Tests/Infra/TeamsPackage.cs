using System.IO.Compression;
using System.Text.Json;
using RetroBot.Host.Local;
using RetroBot.Tests.Browser;
using RetroBot.Tests.Local;
using Xunit;

namespace RetroBot.Tests.Infra;

/// <summary>The package for Teams, written as an operator writes it.</summary>
/// <param name="Files">By name, as they lie in the archive.</param>
internal sealed record TeamsPackage(IReadOnlyDictionary<string, byte[]> Files, byte[] Archive)
{
    public const string Bot = "0a1b2c3d-0000-4000-8000-000000000001";
    public const string Host = "retrobot.contoso.com";
    public const string SignIn = "0a1b2c3d-0000-4000-8000-000000000002";

    public static string Folder { get; } = Path.Combine(Clone.Root, "infra", "teams");

    public JsonElement Manifest => Read("manifest.json");

    public JsonElement Read(string file) => JsonDocument.Parse(Files[file]).RootElement;

    public static async Task<TeamsPackage> WriteAsync(CancellationToken ct, params string[] options)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "retrobot.zip");
        var written = await RunAsync(ct, ["--bot", Bot, "--host", Host, "--out", file, .. options]);
        Assert.True(written.ExitCode == 0, string.Join('\n', written.Output));

        var archive = await File.ReadAllBytesAsync(file, ct);
        using var zip = new ZipArchive(new MemoryStream(archive));
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var entry in zip.Entries)
        {
            await using var content = await entry.OpenAsync(ct);
            using var bytes = new MemoryStream();
            await content.CopyToAsync(bytes, ct);
            files.Add(entry.FullName, bytes.ToArray());
        }

        return new TeamsPackage(files, archive);
    }

    public static async Task<Command> RunAsync(CancellationToken ct, params string[] arguments) =>
        await Command.RunAsync("node", [Path.Combine(Folder, "package.mjs"), .. arguments], Clone.Root, ct) ?? throw new InvalidOperationException("There is no Node.js.");
}
