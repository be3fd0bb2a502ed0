using System.Globalization;
using Azure;
using Azure.Data.Tables;
using RetroBot.Core;

namespace RetroBot.Host.Storage;

/// <summary>Keeps this version of RetroBot away from storage in which a later one has written what this one would misread.</summary>
/// <remarks>
/// What is only added needs no new number: versions read it both ways, side by side. A version that cannot keep to that writes a row with its number, and waits for longer than <see cref="Fresh"/> before it writes
/// anything else: then no older one is at work any more, and none that is started afterwards touches anything. There has been none so far, hence no such row.
/// </remarks>
internal sealed class StorageVersion(TableClient table, TimeProvider time)
{
    /// <summary>The highest number whose rows this version understands.</summary>
    public const int Understood = 1;

    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private (Task Looking, long Since)? latest;

    /// <exception cref="StorageTooNewException">A later version has been at work.</exception>
    /// <exception cref="RequestFailedException">It cannot be found out.</exception>
    public Task CheckAsync(CancellationToken ct)
    {
        lock (gate)
        {
            if (latest is not { Looking: { IsFaulted: false, IsCanceled: false } } known || time.GetElapsedTime(known.Since) >= Fresh) latest = known = (LookAsync(), time.GetTimestamp());
            return known.Looking.WaitAsync(ct);
        }
    }

    private async Task LookAsync()
    {
        var stored = await NumbersAsync().DefaultIfEmpty(Understood).MaxAsync();
        if (stored > Understood)
            throw new StorageTooNewException(string.Create(CultureInfo.InvariantCulture, $"A later version of RetroBot stores here: what it writes has the number {stored}, and this version understands up to {Understood}. Nothing was read or written. Run that version again, or restore a backup from before it."));
    }

    private async IAsyncEnumerable<int> NumbersAsync()
    {
        await using var rows = table.QueryAsync<Row>(Keys.PartitionFilter(Keys.Versions)).GetAsyncEnumerator();
        while (await NextAsync()) yield return Keys.NumberOfVersion(rows.Current.RowKey);

        async Task<bool> NextAsync()
        {
            try
            {
                return await rows.MoveNextAsync();
            }
            catch (RequestFailedException nothing) when (nothing.Status == StatusCodes.Status404NotFound)
            {
                return false;
            }
        }
    }
}
