using Microsoft.Extensions.Logging.Abstractions;
using RetroBot.Core;
using RetroBot.Host.Privacy;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Privacy;

public sealed class KeyWrappingTests : IDisposable
{
    private readonly ScriptedKeys source = new();
    private readonly MasterKeyRing masters;
    private readonly KeyWrapping wrapping;
    private readonly string master;

    public KeyWrappingTests()
    {
        master = source.Add();
        masters = new MasterKeyRing(source, new TestTime(World.Start), NullLogger<MasterKeyRing>.Instance);
        wrapping = new KeyWrapping(masters);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_wrapped_key_comes_back_as_it_was()
    {
        using var key = SecretKey.New();

        using var unwrapped = await wrapping.UnwrapAsync("a round", await wrapping.WrapAsync("a round", key, Ct), Ct);

        Assert.Equal(BytesOf(key), BytesOf(unwrapped));
    }

    [Fact]
    public async Task What_storage_keeps_shows_nothing_of_the_key_and_never_looks_the_same()
    {
        using var key = SecretKey.New();

        var (one, two) = (await wrapping.WrapAsync("a round", key, Ct), await wrapping.WrapAsync("a round", key, Ct));

        Assert.Equal(-1, one.Bytes.Span.IndexOf(BytesOf(key)));
        Assert.NotEqual(one.Bytes.ToArray(), two.Bytes.ToArray());
        Assert.Equal(master, one.MasterKeyId);
        Assert.DoesNotContain(one.MasterKeyId, Convert.ToHexStringLower(source.TakeNewest().Key!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("moved")]
    [InlineData("changed")]
    [InlineData("cut")]
    public async Task A_key_that_was_moved_or_changed_in_storage_is_refused_and_the_refusal_holds_no_bytes_of_it(string what)
    {
        using var key = SecretKey.New();
        var wrapped = await wrapping.WrapAsync("a round", key, Ct);
        var bytes = wrapped.Bytes.ToArray();
        if (what == "changed") bytes[20] ^= 1;
        if (what == "cut") bytes = bytes[..^1];

        var refusal = await Assert.ThrowsAsync<MasterKeyException>(() => wrapping.UnwrapAsync(what == "moved" ? "another round" : "a round", new WrappedKey(wrapped.MasterKeyId, bytes), Ct));

        Assert.Contains("changed in storage", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToBase64String(bytes), refusal.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Under_another_master_key_it_is_refused_by_the_name_of_the_one_that_is_needed()
    {
        using var key = SecretKey.New();
        var wrapped = await wrapping.WrapAsync("a round", key, Ct);
        var others = new ScriptedKeys();
        others.Add();
        using var another = new MasterKeyRing(others, new TestTime(World.Start), NullLogger<MasterKeyRing>.Instance);

        var refusal = await Assert.ThrowsAsync<MasterKeyException>(() => new KeyWrapping(another).UnwrapAsync("a round", wrapped, Ct));

        Assert.Contains(master, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(others.WayBack, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_service_has_ended_nothing_is_wrapped_under_what_is_left_of_the_key()
    {
        using var key = SecretKey.New();
        await wrapping.WrapAsync("a round", key, Ct);

        masters.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => wrapping.WrapAsync("a round", key, Ct));
    }

    public void Dispose() => masters.Dispose();

    private static byte[] BytesOf(SecretKey key) => key.Use(bytes => bytes.ToArray());
}
