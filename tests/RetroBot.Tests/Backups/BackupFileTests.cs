using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using NodaTime;
using RetroBot.Host.Storage;
using RetroBot.Host.Storage.Backups;
using RetroBot.Tests.Emulator;
using Xunit;

namespace RetroBot.Tests.Backups;

/// <summary>Files that are no whole backup: each is told from one, and nothing of it is restored.</summary>
public sealed class BackupFileTests(StorageEmulator emulator)
{
    private static readonly Dictionary<string, JsonElement> Columns = new(StringComparer.Ordinal) { ["PausedUntil"] = JsonSerializer.SerializeToElement("2026-11-30T00:00:00Z"), ["Stopped"] = JsonSerializer.SerializeToElement(true) };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string, Func<string, string>, string> Wrong => new()
    {
        { "empty", _ => "", "is no backup" },
        { "something else", _ => "hello\nworld\n", "is no backup" },
        { "other JSON", _ => "{}\n{}\n", "is no backup" },
        { "a later format", whole => whole.Replace("backup-1", "backup-2", StringComparison.Ordinal), "Restore it with the version that made it" },
        { "cut off after a line", whole => whole[..(whole.TrimEnd().LastIndexOf('\n') + 1)], "is not whole" },
        { "cut off within a line", whole => whole[..^40], "is broken" },
        { "only its beginning", whole => whole[..(whole.IndexOf('\n', StringComparison.Ordinal) + 1)], "is not whole" },
        { "a line is missing", whole => Without(whole, line: 2), "is not whole" },
        { "a line is broken", whole => whole.Replace("\"partition\":\"tenant\"", "\"partition\":", StringComparison.Ordinal), "Line 2 of the backup is broken" },
        { "a row without its key", whole => whole.Replace("\"row\":\"user 1\"", "\"rows\":\"user 1\"", StringComparison.Ordinal), "Line 2 of the backup is broken" },
        { "an unknown table", whole => whole.Replace("preferences", "elsewhere", StringComparison.Ordinal), "does not put into a backup" },
        { "a kind that is in no backup", whole => whole.Replace("preferences", "votes", StringComparison.Ordinal), "does not put into a backup" },
        { "an unknown column", whole => whole.Replace("PausedUntil", "PausedFrom", StringComparison.Ordinal), "does not put into a backup" },
        { "a column of another type", whole => whole.Replace("true", "{}", StringComparison.Ordinal), "not of its type" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_file_that_is_no_whole_backup_is_refused_and_nothing_of_it_is_written(string what, Func<string, string> wrong, string told)
    {
        var (account, prefix) = (new TableServiceClient(await emulator.ConnectionStringAsync()), StorageEmulator.NewPrefix());
        var tables = new Tables(account, prefix, new RecentRows(TimeProvider.System), TimeProvider.System);
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(wrong(await WholeAsync())));

        var refused = await Assert.ThrowsAsync<BackupException>(() => new Backup(tables).RestoreAsync(file, Instant.FromUtc(2026, 11, 22, 0, 0), _ => { }, Ct));

        Assert.Contains(told, refused.Message, StringComparison.Ordinal);
        Assert.False(await tables.Preferences.QueryAsync<TableEntity>(filter: null, Ct).AnyAsync(Ct), what);
    }

    [Fact]
    public async Task What_was_written_is_what_is_read()
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(await WholeAsync()));

        var lines = await BackupFile.ReadAsync(file, Ct).ToListAsync(Ct);

        Assert.Equal(["user 1", "user 2", "user 3"], lines.Select(line => line.Row));
        Assert.Equal(true, lines[0].ToEntity()["Stopped"]);
    }

    private static async Task<string> WholeAsync()
    {
        using var file = new MemoryStream();
        var lines = Enumerable.Range(1, 3).Select(number => new BackupLine(Keys.Preferences, "tenant", $"user {number}", Columns));
        Assert.Equal(3, await BackupFile.WriteAsync(file, Instant.FromUtc(2026, 11, 22, 0, 0), lines.ToAsyncEnumerable(), _ => { }, Ct));
        return Encoding.UTF8.GetString(file.ToArray());
    }

    private static string Without(string text, int line) => string.Join('\n', text.Split('\n').Where((_, index) => index != line));
}
