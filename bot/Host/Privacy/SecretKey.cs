using System.Security.Cryptography;

namespace RetroBot.Host.Privacy;

/// <summary>256 secret bits in memory. The garbage collector never moves them, and so leaves no copies; disposing overwrites them.</summary>
/// <remarks>What the machine itself keeps of its memory, in a swap file or a dump, is out of reach from here.</remarks>
internal sealed class SecretKey : IDisposable
{
    /// <summary>Bytes.</summary>
    public const int Length = 32;

    private readonly byte[] bytes = GC.AllocateArray<byte>(Length, pinned: true);
    private bool isOverwritten;

    private SecretKey()
    {
    }

    public static SecretKey New() => Written(bytes => RandomNumberGenerator.Fill(bytes.Span));

    /// <param name="write">Writes the key straight to where it stays.</param>
    public static SecretKey Written(Action<Memory<byte>> write)
    {
        var key = new SecretKey();
        try
        {
            write(key.bytes);
            return key;
        }
        catch
        {
            key.Dispose();
            throw;
        }
    }

    /// <summary>Lends the bytes for one computation.</summary>
    /// <exception cref="ObjectDisposedException">They were overwritten before it ended: nothing may rest on what it found.</exception>
    public T Use<T>(Func<ReadOnlyMemory<byte>, T> work)
    {
        var result = work(bytes);
        ObjectDisposedException.ThrowIf(WasOverwritten(), this);
        return result;
    }

    /// <summary>A key for one purpose: whoever has it has neither this one nor that of another purpose.</summary>
    /// <param name="derived">To be overwritten by the caller.</param>
    public void Derive(ReadOnlySpan<byte> purpose, Span<byte> derived)
    {
        HKDF.Expand(HashAlgorithmName.SHA256, bytes, derived, purpose);
        if (!WasOverwritten()) return;
        CryptographicOperations.ZeroMemory(derived);
        throw new ObjectDisposedException(nameof(SecretKey));
    }

    public void Dispose()
    {
        isOverwritten = true;
        Interlocked.MemoryBarrier(); // nobody sees the zeros without the mark
        CryptographicOperations.ZeroMemory(bytes);
    }

    /// <summary>Asked after the bytes were read: only then is it sure that they were the key's.</summary>
    private bool WasOverwritten()
    {
        Interlocked.MemoryBarrier();
        return isOverwritten;
    }
}
