namespace RetroBot.Core.People;

/// <summary>Keeps what each person told RetroBot about being asked, and in which language.</summary>
/// <remarks>Every method throws <see cref="StorageUnavailableException"/> when storage is out of reach.</remarks>
public interface IPreferenceStore
{
    /// <summary>What the person last said, or <see cref="Preferences.Default"/>.</summary>
    Task<Preferences> OfAsync(TenantId tenant, UserId user, CancellationToken ct);

    /// <summary>Changes what the person said before; of two changes at once neither is lost. What comes to <see cref="Preferences.Default"/> leaves no row.</summary>
    /// <param name="change">Called again where somebody else was faster.</param>
    Task ChangeAsync(TenantId tenant, UserId user, Func<Preferences, Preferences> change, CancellationToken ct);

    /// <summary>Everyone of the tenant who said anything.</summary>
    IAsyncEnumerable<(UserId User, Preferences Preferences)> AllAsync(TenantId tenant, CancellationToken ct);
}
