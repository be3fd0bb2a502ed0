using System.IO.Compression;
using System.IO.Pipelines;
using System.Security.Cryptography;
using System.Text;

namespace RetroBot.Host.Catalogs;

/// <summary>Files in a zip, one after the other, and the SHA-256 of each, as <c>sha256sum</c> writes and checks them.</summary>
/// <param name="to">Flushed by the caller.</param>
internal sealed class SummedZip(PipeWriter to) : IAsyncDisposable
{
    private readonly ZipArchive zip = new(new PipeStream(to), ZipArchiveMode.Create);
    private readonly StringBuilder sums = new();

    public Task AddAsync(string name, string text, CancellationToken ct) => AddAsync(name, part => part.WriteAsync(Encoding.UTF8.GetBytes(text), ct).AsTask(), ct);

    public async Task AddAsync(string name, Func<Stream, Task> write, CancellationToken ct)
    {
        using var hash = SHA256.Create();
        await using (var part = await zip.CreateEntry(name).OpenAsync(ct))
        await using (var hashed = new CryptoStream(part, hash, CryptoStreamMode.Write))
        {
            await write(hashed);
        }
        sums.Append(Convert.ToHexStringLower(hash.Hash!)).Append("  ").Append(name).Append('\n');
    }

    /// <summary>The sums of all files before.</summary>
    public Task AddSumsAsync(string name, CancellationToken ct) => AddAsync(name, sums.ToString(), ct);

    public ValueTask DisposeAsync() => zip.DisposeAsync();
}
