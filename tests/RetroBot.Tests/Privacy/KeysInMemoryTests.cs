using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;
using RetroBot.Host.Privacy;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Local;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Privacy;

/// <summary>A key is in memory while it is used, once, and then nowhere: the whole process is looked through.</summary>
public sealed class KeysInMemoryTests(StorageEmulator emulator)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void Of_a_key_there_is_one_copy_and_after_disposal_none()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Memory is read through /proc.");
        var key = SecretKey.New();
        var noted = key.Use(bytes => new NotedKey(bytes.Span));
        Envelope.Open(key, "purpose"u8, Envelope.Seal(key, "purpose"u8, [1], "context"u8), "context"u8, new byte[1]);
        Assert.Equal(1, noted.Copies());

        key.Dispose();

        Assert.Equal(0, noted.Copies());
    }

    [Fact]
    public async Task Between_two_presses_and_after_the_cards_were_sent_no_round_key_is_in_memory()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Memory is read through /proc.");
        await using var world = await World.StartAsync(emulator, members: 6, Ct);
        await world.OpenAsync(Ct);
        var noted = await NotedAsync(world);

        foreach (var member in world.Team.Members) await World.ChooseAsync(world.As(member), world.CardOf(member), "nothingToReport", Ct);
        Assert.Equal(0, noted.Copies());

        await world.CloseAsync(Ct);
        Assert.Equal(0, noted.Copies());
    }

    [Fact]
    public void Neither_making_a_key_s_file_nor_reading_it_leaves_its_text_in_memory()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Memory is read through /proc.");
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "master.key");

        MasterKeyFile.MakeIfAbsent(path);
        using var key = MasterKeyFile.Read(path);

        Assert.Equal(0, key!.Secret.Use(NotedAsText).Copies());
        Assert.Equal(1, key.Secret.Use(bytes => new NotedKey(bytes.Span)).Copies());
    }

    private static NotedKey NotedAsText(ReadOnlyMemory<byte> key)
    {
        Span<byte> text = stackalloc byte[Base64.GetMaxEncodedToUtf8Length(SecretKey.Length)];
        Base64.EncodeToUtf8(key.Span, text, out _, out _);
        var noted = new NotedKey(text);
        CryptographicOperations.ZeroMemory(text);
        return noted;
    }

    private static async Task<NotedKey> NotedAsync(World world)
    {
        var id = new RoundId(new TeamId(new TenantId(world.Team.Tenant.Id.ToString()), world.Team.Id), new RoundName(2026, 47));
        var round = (await world.Bot.Services.GetRequiredService<IRoundStore>().FindAsync(id, Ct))!.Value;
        using var key = await world.Bot.Services.GetRequiredService<RoundKeys>().UnwrapAsync(id, round.Key!, Ct);
        return key.Secret.Use(bytes => new NotedKey(bytes.Span));
    }
}
