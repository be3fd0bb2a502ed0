using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using RetroBot.Core;
using RetroBot.Host.Telemetry;

namespace RetroBot.Host.Storage;

/// <summary>One table: made when it is first written to, and again should it have been deleted, so that the service recovers by itself.</summary>
internal sealed class StorageTable(TableClient client, RecentRows recent, StorageVersion version, StorageInstruments? instruments = null)
{
    /// <summary>Rows that one transaction can touch.</summary>
    public const int LargestTransaction = 100;

    /// <summary>That wait to be worked on.</summary>
    private const int PagesAhead = 2;

    private static readonly string[] KeyColumns = [nameof(Row.PartitionKey), nameof(Row.RowKey)];

    /// <exception cref="StorageUnavailableException">Storage cannot be used now.</exception>
    public Task<T?> FindAsync<T>(string partition, string row, CancellationToken ct) where T : Row, new() => GuardAsync(
        async () => await client.GetEntityIfExistsAsync<T>(partition, row, cancellationToken: ct) is { HasValue: true, Value: var found } ? found : null, ct);

    /// <summary>As it was some seconds ago at the most, but for what this instance has written since.</summary>
    /// <param name="read">Makes of the row what is remembered.</param>
    /// <exception cref="StorageUnavailableException">Storage cannot be used now.</exception>
    public Task<T?> FindRecentAsync<TRow, T>(string partition, string row, Func<TRow, T> read, CancellationToken ct) where TRow : Row, new() where T : class =>
        recent.FindAsync(client.Name, partition, row, async () => await FindAsync<TRow>(partition, row, CancellationToken.None) is { } found ? read(found) : null, ct);

    /// <summary>Reads page by page, in the order of the keys. A table that is not there is empty.</summary>
    /// <exception cref="StorageUnavailableException">Storage cannot be used now.</exception>
    public async IAsyncEnumerable<T> QueryAsync<T>(string? filter, [EnumeratorCancellation] CancellationToken ct, IEnumerable<string>? select = null) where T : class, ITableEntity, new()
    {
        await foreach (var page in PagesAsync<T>(filter, select, ct))
        {
            foreach (var row in page) yield return row;
        }
    }

    /// <summary>As <see cref="QueryAsync"/>, for very many rows: the next page is on its way while one is worked on.</summary>
    /// <exception cref="StorageUnavailableException">Storage cannot be used now.</exception>
    public IAsyncEnumerable<T> QueryManyAsync<T>(string filter, CancellationToken ct) where T : Row, new() =>
        PagesAsync<T>(filter, select: null, ct).AheadAsync(PagesAhead, ct).SelectMany(page => page);

    /// <exception cref="StorageUnavailableException">Storage cannot be used now.</exception>
    /// <exception cref="RequestFailedException">A condition was not met.</exception>
    public Task<Response> ReplaceAsync(Row row, ETag version, CancellationToken ct) => WriteAsync([row], () => client.UpdateEntityAsync(row, version, TableUpdateMode.Replace, ct), ct);

    /// <exception cref="StorageUnavailableException">Storage cannot be used now.</exception>
    public Task PutAsync(Row row, CancellationToken ct) => WriteAsync([row], () => client.UpsertEntityAsync(row, TableUpdateMode.Replace, ct), ct);

    /// <exception cref="StorageUnavailableException">Storage cannot be used now.</exception>
    /// <exception cref="RequestFailedException">It is there already.</exception>
    public Task<Response> AddAsync(Row row, CancellationToken ct) => WriteAsync([row], () => client.AddEntityAsync(row, ct), ct);

    /// <exception cref="StorageUnavailableException">Storage cannot be used now.</exception>
    /// <exception cref="RequestFailedException">A condition was not met.</exception>
    public Task DeleteAsync(Row row, ETag version, CancellationToken ct) => WriteAsync([row], () => client.DeleteEntityAsync(row, version, ct), ct);

    /// <exception cref="StorageUnavailableException">Storage cannot be used now.</exception>
    public Task<Response> DeleteAsync(string partition, string row, CancellationToken ct) => WriteAsync([Row.At(partition, row)], () => client.DeleteEntityAsync(partition, row, cancellationToken: ct), ct);

    /// <summary>Does everything or nothing.</summary>
    /// <exception cref="StorageUnavailableException">Storage cannot be used now.</exception>
    /// <exception cref="RequestFailedException">A condition was not met; nothing was changed.</exception>
    public Task TransactAsync(IReadOnlyCollection<TableTransactionAction> actions, CancellationToken ct)
    {
        // Azure refuses both; the emulator takes several partitions.
        if (actions.DistinctBy(action => action.Entity.PartitionKey, StringComparer.Ordinal).Skip(1).Any())
            throw new ArgumentException("A transaction stays within one partition.", nameof(actions));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(actions.Count, LargestTransaction, nameof(actions));
        return WriteAsync(actions.Select(action => action.Entity), () => client.SubmitTransactionAsync(actions, ct), ct);
    }

    /// <summary>Deletes the rows that a filter names, whoever else is deleting them.</summary>
    /// <exception cref="StorageUnavailableException">Storage cannot be used now.</exception>
    public async Task DeleteAllAsync(string filter, CancellationToken ct)
    {
        bool overtaken;
        do
        {
            overtaken = false;
            List<Row> some = [];
            await foreach (var row in QueryAsync<Row>(filter, ct, KeyColumns))
            {
                if (some.Count == LargestTransaction || (some.Count > 0 && some[0].PartitionKey != row.PartitionKey))
                {
                    overtaken |= !await TryDeleteAsync(some, ct);
                    some.Clear();
                }
                some.Add(row);
            }
            if (some.Count > 0) overtaken |= !await TryDeleteAsync(some, ct);
        }
        while (overtaken);
    }

    /// <returns>False when another instance deleted some of these rows, so that none of the others went; the next look shows which are left.</returns>
    private async Task<bool> TryDeleteAsync(IReadOnlyList<Row> rows, CancellationToken ct)
    {
        try
        {
            await TransactAsync([.. rows.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row, ETag.All))], ct);
            return true;
        }
        catch (RequestFailedException gone) when (gone.Status == StatusCodes.Status404NotFound)
        {
            return false;
        }
    }

    private async IAsyncEnumerable<IReadOnlyList<T>> PagesAsync<T>(string? filter, IEnumerable<string>? select, [EnumeratorCancellation] CancellationToken ct) where T : class, ITableEntity, new()
    {
        await using var pages = client.QueryAsync<T>(filter, select: select, cancellationToken: ct).AsPages().GetAsyncEnumerator(ct);
        while (await NextAsync(pages, ct)) yield return pages.Current.Values;
    }

    private async Task<bool> NextAsync<T>(IAsyncEnumerator<T> pages, CancellationToken ct)
    {
        try
        {
            await version.CheckAsync(ct);
            return await pages.MoveNextAsync();
        }
        catch (RequestFailedException missing) when (IsMissingTable(missing))
        {
            return false;
        }
        catch (Exception exception) when (StorageFault.IsUnavailable(exception, ct))
        {
            throw Unavailable(exception);
        }
    }

    private async Task<T> WriteAsync<T>(IEnumerable<ITableEntity> rows, Func<Task<T>> call, CancellationToken ct)
    {
        try
        {
            return await GuardAsync(call, ct);
        }
        finally
        {
            // Also where it failed: then nobody knows what storage has.
            foreach (var row in rows) recent.Forget(client.Name, row.PartitionKey, row.RowKey);
        }
    }

    private async Task<T> GuardAsync<T>(Func<Task<T>> call, CancellationToken ct)
    {
        try
        {
            await version.CheckAsync(ct);
            try
            {
                return await call();
            }
            catch (RequestFailedException missing) when (IsMissingTable(missing))
            {
                await client.CreateIfNotExistsAsync(ct);
                return await call();
            }
        }
        catch (Exception exception) when (StorageFault.IsUnavailable(exception, ct))
        {
            throw Unavailable(exception);
        }
    }

    private static bool IsMissingTable(RequestFailedException exception) => exception.ErrorCode is { } code && code == TableErrorCode.TableNotFound;

    private StorageUnavailableException Unavailable(Exception exception)
    {
        instruments?.Failed();
        return new("Table storage did not take the request.", exception);
    }
}
