using System.Security.Cryptography;
using RetroBot.Host.Privacy;
using Xunit;

namespace RetroBot.Tests.Privacy;

/// <summary>What is secret lies in one place in memory, and is overwritten there.</summary>
public sealed class SecretKeyTests
{
    [Fact]
    public void Disposing_overwrites_the_only_copy()
    {
        var key = SecretKey.New();
        var bytes = key.Use(lent => lent);
        Assert.Contains(bytes.ToArray(), value => value != 0);

        key.Dispose();

        Assert.All(bytes.ToArray(), value => Assert.Equal(0, value));
    }

    [Fact]
    public void The_garbage_collector_does_not_move_a_key_and_so_leaves_no_copy_behind()
    {
        using var key = SecretKey.New();
        var before = key.Use(AddressOf);

        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);

        Assert.Equal(before, key.Use(AddressOf));
        Assert.Equal(GC.MaxGeneration, key.Use(bytes => System.Runtime.InteropServices.MemoryMarshal.TryGetArray(bytes, out var array) ? GC.GetGeneration(array.Array!) : -1));
    }

    [Fact]
    public void A_key_that_fails_while_it_is_written_is_overwritten()
    {
        Memory<byte> seen = default;

        Assert.Throws<InvalidOperationException>(() => SecretKey.Written(bytes =>
        {
            seen = bytes;
            bytes.Span.Fill(7);
            throw new InvalidOperationException("Scripted.");
        }));

        Assert.All(seen.ToArray(), value => Assert.Equal(0, value));
    }

    [Fact]
    public void A_result_that_rests_on_an_overwritten_key_is_not_handed_out()
    {
        var key = SecretKey.New();
        var derived = new byte[SecretKey.Length];

        // Disposed of by somebody else in the middle of the work.
        Assert.Throws<ObjectDisposedException>(() => key.Use(bytes =>
        {
            key.Dispose();
            return Convert.ToHexString(bytes.Span);
        }));
        Assert.Throws<ObjectDisposedException>(() => key.Derive("purpose"u8, derived));

        Assert.All(derived, value => Assert.Equal(0, value));
    }

    [Fact]
    public void Each_purpose_has_a_key_of_its_own()
    {
        using var key = SecretKey.New();
        byte[] one = new byte[SecretKey.Length], same = new byte[SecretKey.Length], other = new byte[SecretKey.Length];

        key.Derive("one"u8, one);
        key.Derive("one"u8, same);
        key.Derive("other"u8, other);

        Assert.Equal(one, same);
        Assert.NotEqual(one, other);
        Assert.NotEqual(one, key.Use(bytes => bytes.ToArray()));
    }

    [Fact]
    public void What_is_sealed_opens_for_its_purpose_in_its_context_under_its_key_and_unchanged()
    {
        using var key = SecretKey.New();
        using var otherKey = SecretKey.New();
        byte[] plain = [1, 2, 3];
        var envelope = Envelope.Seal(key, "purpose"u8, plain, "context"u8);
        byte[] changed = [.. envelope[..^1], (byte)(envelope[^1] ^ 1)];

        Assert.Equal(plain, Open(key, "purpose", envelope, "context"));
        Assert.Null(Open(otherKey, "purpose", envelope, "context"));
        Assert.Null(Open(key, "other", envelope, "context"));
        Assert.Null(Open(key, "purpose", envelope, "other"));
        Assert.Null(Open(key, "purpose", changed, "context"));
        Assert.Null(Open(key, "purpose", envelope[..^1], "context"));
        Assert.Null(Open(key, "purpose", [], "context"));
    }

    /// <returns>Null where it does not open; then nothing was written.</returns>
    private static byte[]? Open(SecretKey key, string purpose, byte[] envelope, string context)
    {
        var plain = new byte[3];
        try
        {
            Envelope.Open(key, System.Text.Encoding.UTF8.GetBytes(purpose), envelope, System.Text.Encoding.UTF8.GetBytes(context), plain);
            return plain;
        }
        catch (CryptographicException)
        {
            Assert.All(plain, value => Assert.Equal(0, value));
            return null;
        }
    }

    private static nint AddressOf(ReadOnlyMemory<byte> bytes)
    {
        Assert.True(System.Runtime.InteropServices.MemoryMarshal.TryGetArray(bytes, out var array));
        return System.Runtime.InteropServices.Marshal.UnsafeAddrOfPinnedArrayElement(array.Array!, 0);
    }
}
