using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json;
using Microsoft.Bot.Builder;
using RetroBot.Host.Local;
using RetroBot.Tests.Browser;
using RetroBot.Tests.Local;
using RetroBot.Tests.Walls;
using Xunit;

namespace RetroBot.Tests.Infra;

/// <summary>The image that <c>infra/README.md</c> tells how to make: made that way, but with the packages or stand-ins that these tests are built with, into a file, and over a base that holds nothing.</summary>
public sealed class MadeImage : IAsyncLifetime
{
    private static readonly bool TestedWithOfficialSdk = typeof(ITurnContext).Assembly.GetName().Name == "Microsoft.Bot.Builder";

    private readonly TemporaryFolder folder = new();

    /// <summary>The command of the guide, each word.</summary>
    public IReadOnlyList<string> Guide { get; } = Repository.Read("infra/README.md").Split('\n').Single(line => line.StartsWith("dotnet publish", StringComparison.Ordinal)).Split(' ');

    /// <summary>What the image says of itself: who runs it, and what.</summary>
    public JsonElement Config { get; private set; }

    /// <summary>Where what RetroBot adds to the base is unpacked.</summary>
    public string Root => Path.Combine(folder.Path, "root");

    /// <summary>The paths of what RetroBot adds to the base.</summary>
    public IReadOnlyList<string> Files => [.. Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Root, file))];

    public async ValueTask InitializeAsync()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var empty = await EmptyBaseImage.StartAsync(ct);
        var file = Path.Combine(folder.Path, "retrobot.tar.gz");
        // In folders of its own, so that it changes nothing below the tests that run beside it.
        string[] here =
        [
            $"-p:ContainerBaseImage={empty.Name}", $"-p:ContainerArchiveOutputPath={file}", "-p:BaseIntermediateOutputPath=obj/image/", "-p:BaseOutputPath=bin/image/",
            "-p:RunAnalyzers=false", "-p:UseSharedCompilation=false", "-nodeReuse:false",
        ];
        var words = Guide.Where(word => !word.StartsWith("-p:ContainerRegistry=", StringComparison.Ordinal)).Select(word => word == "-p:OfficialSdk=true" ? $"-p:OfficialSdk={TestedWithOfficialSdk}" : word).Concat(here);
        var made = await Command.RunAsync("env", [$"DOTNET_CONTAINER_INSECURE_REGISTRIES={empty.Registry}", .. words], Clone.Root, ct);
        Assert.True(made?.ExitCode == 0, string.Join('\n', made?.Output ?? []));
        await UnpackAsync(file, ct);
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>By OCI's image layout: an index names the manifest, that the configuration and the layers, the last of which is RetroBot's.</summary>
    private async Task UnpackAsync(string file, CancellationToken ct)
    {
        var image = Path.Combine(folder.Path, "image");
        foreach (var path in (string[])[image, Root]) Directory.CreateDirectory(path);
        await TarFile.ExtractToDirectoryAsync(file, image, overwriteFiles: false, ct);

        var manifest = Read(Blob(Read(Path.Combine(image, "index.json")).GetProperty("manifests")[0]));
        Config = Read(Blob(manifest.GetProperty("config"))).GetProperty("config");
        await using var packed = new GZipStream(File.OpenRead(Blob(manifest.GetProperty("layers").EnumerateArray().Last())), CompressionMode.Decompress);
        await TarFile.ExtractToDirectoryAsync(packed, Root, overwriteFiles: false, ct);

        string Blob(JsonElement descriptor) => Path.Combine(image, "blobs", descriptor.GetProperty("digest").GetString()!.Replace(':', Path.DirectorySeparatorChar));
    }

    private static JsonElement Read(string file) => JsonElement.Parse(File.ReadAllText(file));
}
