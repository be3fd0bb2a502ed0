using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace RetroBot.Tests.Privacy;

/// <summary>A key to look for in everything that this process has in memory, as somebody would who took a dump of it. It is noted in a way that is not found itself.</summary>
internal sealed class NotedKey
{
    private const byte Mask = 0x5a;
    private const int ChunkLength = 1 << 20;

    private readonly byte[] beginning;
    private readonly byte[] masked;

    public NotedKey(ReadOnlySpan<byte> key)
    {
        beginning = key[..4].ToArray();
        masked = new byte[key.Length];
        for (var i = 0; i < key.Length; i++) masked[i] = (byte)(key[i] ^ Mask);
    }

    /// <summary>How often the whole key lies in memory.</summary>
    public int Copies()
    {
        var chunk = GC.AllocateUninitializedArray<byte>(ChunkLength, pinned: true);
        var own = Marshal.UnsafeAddrOfPinnedArrayElement(chunk, 0);
        using var memory = File.OpenHandle("/proc/self/mem");
        var found = 0;
        foreach (var (start, end) in Regions())
        {
            // Chunks overlap by less than a key: one on a border is found, and once.
            for (var at = start; at < end; at += ChunkLength - masked.Length + 1)
            {
                if (Read(memory, chunk.AsSpan(0, (int)Math.Min(ChunkLength, end - at)), at) is not { } length) break;
                foreach (var place in PlacesIn(chunk.AsSpan(0, length)))
                {
                    if (at + place < own || at + place >= own + ChunkLength) found++;
                }
            }
        }
        return found;
    }

    private List<int> PlacesIn(ReadOnlySpan<byte> bytes)
    {
        List<int> places = [];
        for (var from = 0; bytes[from..].IndexOf(beginning) is var next and >= 0; from += next + 1)
        {
            if (IsAt(bytes[(from + next)..])) places.Add(from + next);
        }
        return places;
    }

    private bool IsAt(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < masked.Length) return false;
        for (var i = 0; i < masked.Length; i++)
        {
            if ((bytes[i] ^ Mask) != masked[i]) return false;
        }
        return true;
    }

    /// <returns>Null where the region is gone meanwhile, or is not to be read.</returns>
    private static int? Read(SafeFileHandle memory, Span<byte> into, long at)
    {
        try
        {
            return RandomAccess.Read(memory, into, at);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>What the process can write to: heaps and stacks.</summary>
    private static List<(long Start, long End)> Regions() =>
    [
        .. File.ReadLines("/proc/self/maps")
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(parts => parts[1].StartsWith("rw", StringComparison.Ordinal))
            .Select(parts => parts[0].Split('-'))
            .Select(range => (long.Parse(range[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture), long.Parse(range[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture))),
    ];
}
