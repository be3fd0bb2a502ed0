using NodaTime;
using NodaTime.Extensions;
using RetroBot.Host.Diagnosis;

namespace RetroBot.Host.Storage;

/// <summary>Reads and deletes a row that is never there.</summary>
internal sealed class StorageProbe(Tables tables) : IStorageProbe
{
    private const string Nowhere = "diagnosis";

    public async Task<Instant?> TouchAsync(CancellationToken ct)
    {
        await tables.Teams.FindAsync<Row>(Nowhere, Nowhere, ct);
        return (await tables.Teams.DeleteAsync(Nowhere, Nowhere, ct)).Headers.Date?.ToInstant();
    }
}
