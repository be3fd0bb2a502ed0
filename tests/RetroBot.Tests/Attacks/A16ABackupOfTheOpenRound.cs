using System.Security.Cryptography;
using RetroBot.Core.CheckIns;
using RetroBot.Host.Privacy;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using RetroBot.Tests.Walls;
using Xunit;

namespace RetroBot.Tests.Attacks;

/// <summary>A16. A storage dump: backup of an open round plus the dump after close. What must happen: needs the master key; documented.</summary>
public sealed class A16ABackupOfTheOpenRound(SavingStorageEmulator emulator) : Attack(emulator)
{
    public override Holding Holds => Holding.StorageDump;

    [Fact]
    public Task Without_the_master_key_no_answer_opens() => MustWinNothingAsync();

    [Fact]
    public async Task With_the_master_key_the_backup_s_answers_open_and_this_is_documented()
    {
        await using var world = await StartAsync();
        var (team, backup) = await BackedUpAsync(world);
        using var key = await team.KeyOfOpenRoundAsync(Ct);
        await team.CloseAsync(Ct);

        Assert.Equal(2, Opened(team, [backup], [key.Secret.Use(bytes => bytes.ToArray())]).Count);
        Assert.Empty(Opened(team, [await StorageDump.OfTablesAsync(team, Ct)], [key.Secret.Use(bytes => bytes.ToArray())]));
        Assert.Contains("A copy of the storage made while a round was open", Repository.Read("docs/privacy.md"), StringComparison.Ordinal);
    }

    public override async Task<IReadOnlyList<string>> TryAsync(World world)
    {
        var (team, backup) = await BackedUpAsync(world);
        await team.CloseAsync(Ct);
        var dump = await StorageDump.OfTablesAsync(team, Ct);

        // Everything that could be a key, and what somebody leaves who forgets to set one.
        byte[][] keys = [.. new StoredBytes(backup.Rows).LikeKeys, .. new StoredBytes(dump.Rows).LikeKeys, new byte[SecretKey.Length]];
        return [.. Opened(team, [backup, dump], keys).Select(answer => $"An answer was opened without the master key: {answer}")];
    }

    private static async Task<(World Team, StorageDump Backup)> BackedUpAsync(World world)
    {
        var team = world.Beside(members: 6);
        await team.OpenAsync(Ct);
        await team.AnswerAsync(["helped", "notRelevant"], Ct);
        return (team, await StorageDump.OfTablesAsync(team, Ct));
    }

    private static List<string> Opened(World team, IReadOnlyList<StorageDump> dumps, IReadOnlyList<byte[]> keys)
    {
        List<string> opened = [];
        foreach (var secret in keys.Where(key => key.Length == SecretKey.Length))
        {
            using var key = new RoundKey(team.RoundId(), SecretKey.Written(bytes => secret.CopyTo(bytes)));
            foreach (var row in dumps.SelectMany(dump => dump.Of(team)).Where(row => row.Row.RowKey.StartsWith("a|", StringComparison.Ordinal)))
            {
                try
                {
                    opened.Add(Convert.ToHexString(key.Open(new SealedAnswer(new ParticipantKey(row.Row.RowKey[2..]), row.Row.GetBinary("Sealed")))));
                }
                catch (CryptographicException)
                {
                    // Not this key.
                }
            }
        }
        return opened;
    }
}
