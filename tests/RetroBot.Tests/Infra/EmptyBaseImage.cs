using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using RetroBot.Simulation;

namespace RetroBot.Tests.Infra;

/// <summary>A registry to read from (OCI's distribution specification) with one image that holds nothing, in the place of the base that an image is made from.</summary>
internal sealed class EmptyBaseImage : IAsyncDisposable
{
    private const string ManifestType = "application/vnd.oci.image.manifest.v1+json";

    private readonly Dictionary<string, byte[]> blobs = new(StringComparer.Ordinal);
    private readonly Descriptor manifest;
    private LoopbackServer? server;

    private EmptyBaseImage()
    {
        var archive = EmptyArchive();
        var layer = Keep("application/vnd.oci.image.layer.v1.tar+gzip", Packed(archive));
        var config = Keep("application/vnd.oci.image.config.v1+json", Json(new { architecture = "amd64", os = "linux", config = new { }, rootfs = new { type = "layers", diff_ids = new[] { Digest(archive) } } }));
        manifest = Keep(ManifestType, Json(new { schemaVersion = 2, mediaType = ManifestType, config, layers = new[] { layer } }));
    }

    /// <summary>Host and port; it speaks HTTP.</summary>
    public string Registry => server?.Address.Authority ?? throw new InvalidOperationException("Not started.");

    /// <summary>As <c>ContainerBaseImage</c> names it.</summary>
    public string Name => $"{Registry}/empty:10.0";

    public static async Task<EmptyBaseImage> StartAsync(CancellationToken ct)
    {
        var image = new EmptyBaseImage();
        image.server = await LoopbackServer.StartAsync(image.Map, ct);
        return image;
    }

    public ValueTask DisposeAsync() => server?.DisposeAsync() ?? ValueTask.CompletedTask;

    private void Map(WebApplication app)
    {
        app.Map("/v2/empty/manifests/{reference}", (HttpContext context) =>
        {
            context.Response.Headers["Docker-Content-Digest"] = manifest.Digest;
            return Results.Bytes(blobs[manifest.Digest], ManifestType);
        });
        app.Map("/v2/empty/blobs/{digest}", (string digest) => blobs.TryGetValue(digest, out var blob) ? Results.Bytes(blob) : Results.NotFound());
    }

    private Descriptor Keep(string mediaType, byte[] blob)
    {
        blobs[Digest(blob)] = blob;
        return new Descriptor(mediaType, Digest(blob), blob.Length);
    }

    private static byte[] EmptyArchive()
    {
        using var archive = new MemoryStream();
        using (var writer = new TarWriter(archive, leaveOpen: true)) writer.WriteEntry(new PaxTarEntry(TarEntryType.Directory, "app"));
        return archive.ToArray();
    }

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true)) gzip.Write(bytes);
        return packed.ToArray();
    }

    private static byte[] Json(object value) => JsonSerializer.SerializeToUtf8Bytes(value, JsonSerializerOptions.Web);

    private static string Digest(byte[] bytes) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(bytes))}";

    private sealed record Descriptor(string MediaType, string Digest, long Size);
}
