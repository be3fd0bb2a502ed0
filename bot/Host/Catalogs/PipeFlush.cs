using System.IO.Pipelines;

namespace RetroBot.Host.Catalogs;

/// <summary>Hands on what was written, many rows at a time; where the reader is slow, the writer waits.</summary>
internal static class PipeFlush
{
    private const long Many = 32 * 1024;

    public static async ValueTask FlushManyAsync(this PipeWriter pipe, CancellationToken ct)
    {
        if (pipe.UnflushedBytes >= Many) await pipe.FlushAsync(ct);
    }
}
