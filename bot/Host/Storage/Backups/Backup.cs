using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using NodaTime;
using NodaTime.Text;
using RetroBot.Core;
using static Azure.Data.Tables.TableTransactionActionType;

namespace RetroBot.Host.Storage.Backups;

/// <summary>Copies into a file what RetroBot stores, as far as <see cref="BackedUp"/> says, and back into empty storage.</summary>
internal sealed class Backup(Tables tables)
{
    private const int AtOnce = 16;

    /// <summary>In the order in which they are read, so that it can be done while RetroBot runs: what a row names is as old as the row, or newer.</summary>
    private IReadOnlyList<(string Name, StorageTable Table)> All { get; } =
    [
        (Keys.Teams, tables.Teams), (Keys.Rounds, tables.Rounds), (Keys.CaseStudies, tables.CaseStudies), (Keys.Preferences, tables.Preferences), (Keys.Chats, tables.Chats), (Keys.Organisation, tables.Organisation),
    ];

    /// <exception cref="BackupException">What is stored is not understood.</exception>
    /// <exception cref="StorageUnavailableException">Storage cannot be used now.</exception>
    public async IAsyncEnumerable<BackupLine> ReadAsync([EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var (name, table) in All)
        {
            await foreach (var row in table.QueryAsync<TableEntity>(filter: null, ct))
            {
                if (BackupLine.Of(name, row) is { } line) yield return line;
            }
        }
    }

    /// <param name="file">Read more than once.</param>
    /// <param name="now">When the teams are to be looked after: at once, so that a round which was open, and is in no backup, is asked anew.</param>
    /// <returns>How many rows were written.</returns>
    /// <exception cref="BackupException">The file is no whole backup, or storage is not empty. Nothing was written.</exception>
    /// <exception cref="StorageUnavailableException">Storage cannot be used now.</exception>
    public async Task<int> RestoreAsync(Stream file, Instant now, Action<int> progress, CancellationToken ct)
    {
        // All of it is looked at before anything is written.
        await foreach (var line in BackupFile.ReadAsync(file, ct)) line.ToEntity();
        foreach (var (name, table) in All.Append((Keys.Votes, tables.Votes)).Append((Keys.Senders, tables.Senders)))
        {
            if (await table.QueryAsync<TableEntity>(filter: null, ct).AnyAsync(ct))
                throw new BackupException($"The table {name} is not empty, so that nothing was restored: what is there and what is in the backup would be mixed. Restore into an empty storage account or under another {StorageOptions.Section}:{nameof(StorageOptions.TablePrefix)}. If an earlier attempt was cut off, delete its tables first.");
        }

        var (gate, count) = (new Lock(), 0);
        // Teams last: a service that runs meanwhile finds nothing to look after before the rest is there.
        await WriteAsync(BackupFile.ReadAsync(file, ct).Where(line => line.Table != Keys.Teams));
        await WriteAsync(BackupFile.ReadAsync(file, ct).Where(line => line.Table == Keys.Teams));
        return count;

        Task WriteAsync(IAsyncEnumerable<BackupLine> lines) => Parallel.ForEachAsync(Together(lines), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, async (some, token) =>
        {
            if (await All.Single(one => one.Name == some[0].Table).Table.TransactAsync([.. some.SelectMany(line => Actions(line, now))], token).OutcomeAsync() == SaveOutcome.Conflict)
                throw new BackupException($"Something else writes into the table {some[0].Table} meanwhile. Stop RetroBot, delete its tables, and restore again.");
            lock (gate) progress(count += some.Count);
        });
    }

    private static IEnumerable<TableTransactionAction> Actions(BackupLine line, Instant now)
    {
        var row = line.ToEntity();
        if (line.Table == Keys.Teams && row.GetString(nameof(TeamRow.Due)) is { } stored)
        {
            var due = TeamStore.Teams.Includes(line.Table, line.Row) ? now : InstantPattern.ExtendedIso.Parse(stored).Value;
            row[nameof(TeamRow.Due)] = InstantPattern.ExtendedIso.Format(due);
            foreach (var entry in TeamStore.Index(Keys.TeamOfRow(line.Row), before: null, due)) yield return entry;
        }
        yield return new(Add, row);
    }

    /// <summary>Lines that follow one another and lie in one partition, as many as one transaction takes with what <see cref="Actions"/> adds.</summary>
    private static async IAsyncEnumerable<IReadOnlyList<BackupLine>> Together(IAsyncEnumerable<BackupLine> lines)
    {
        List<BackupLine> some = [];
        await foreach (var line in lines)
        {
            if (some.Count > 0 && (some.Count == StorageTable.LargestTransaction / 2 || (some[0].Table, some[0].Partition) != (line.Table, line.Partition)))
            {
                yield return some;
                some = [];
            }
            some.Add(line);
        }
        if (some.Count > 0) yield return some;
    }
}
