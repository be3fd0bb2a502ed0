namespace RetroBot.Core.People;

/// <summary>Keeps what each person told RetroBot about being asked.</summary>
/// <remarks>Every method throws <see cref="StorageUnavailableException"/> when storage is out of reach.</remarks>
public interface IPreferenceStore
{
    /// <summary>What the person last said, or <see cref="Preferences.Default"/>.</summary>
    Task<Preferences> OfAsync(TenantId tenant, UserId user, CancellationToken ct);

    /// <summary>Keeps it; the latest wins. Saving <see cref="Preferences.Default"/> deletes the row.</summary>
    Task SaveAsync(TenantId tenant, UserId user, Preferences preferences, CancellationToken ct);

    /// <summary>Everyone of the tenant who is paused or has stopped.</summary>
    IAsyncEnumerable<(UserId User, Preferences Preferences)> AllAsync(TenantId tenant, CancellationToken ct);
}
