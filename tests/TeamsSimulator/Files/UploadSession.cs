using System.Buffers;
using System.Net.Http.Headers;

namespace RetroBot.Simulation.Files;

/// <summary>One file that is on its way, as "Upload large files with an upload session" on Microsoft Learn has it.</summary>
internal sealed class UploadSession
{
    /// <summary>Bytes. Parts, but for the last, are multiples of it.</summary>
    private const int Unit = 320 * 1024;

    private readonly ArrayBufferWriter<byte> received = new();

    public long Next => received.WrittenCount;

    /// <summary>Null while parts are missing.</summary>
    public byte[]? File { get; private set; }

    /// <returns>An HTTP status.</returns>
    public int Put(ContentRangeHeaderValue? range, byte[] part)
    {
        if (range is not { From: { } from, To: { } to, Length: { } length } || to - from + 1 != part.Length || part.Length == 0)
            return 400;
        if (from != Next)
            return 416;
        if (to + 1 != length && part.Length % Unit != 0)
            return 400;

        received.Write(part.AsSpan());
        if (Next != length)
            return 202;
        File = received.WrittenSpan.ToArray();
        return 201;
    }
}
