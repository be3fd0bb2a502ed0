using NodaTime;

namespace RetroBot.Host.Diagnosis;

/// <summary>Finds out whether storage can be used.</summary>
internal interface IStorageProbe
{
    /// <summary>Reads, and changes nothing in a way that needs the right to change. Nothing is stored.</summary>
    /// <returns>What time it is there; null where it does not say.</returns>
    /// <exception cref="Core.StorageUnavailableException">It cannot be used now.</exception>
    Task<Instant?> TouchAsync(CancellationToken ct);
}
