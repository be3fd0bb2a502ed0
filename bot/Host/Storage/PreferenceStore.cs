using NodaTime.Text;
using RetroBot.Core.People;

namespace RetroBot.Host.Storage;

internal sealed class PreferenceStore(Tables tables) : IPreferenceStore
{
    public static RowKind People { get; } = new(Keys.Preferences, "a person who paused or stopped",
        new RowKeys("", Topic.Asking, "tenant and Entra object id of the person", ArePersonal: true), Until.PersonStarts, typeof(PreferenceRow));

    public async Task<Preferences> OfAsync(TenantId tenant, UserId user, CancellationToken ct) =>
        await tables.Preferences.FindAsync<PreferenceRow>(Keys.PartitionOf(tenant), Keys.RowOf(user), ct) is { } row ? row.ToPreferences() : Preferences.Default;

    public Task SaveAsync(TenantId tenant, UserId user, Preferences preferences, CancellationToken ct) => preferences == Preferences.Default
        ? tables.Preferences.DeleteAsync(Keys.PartitionOf(tenant), Keys.RowOf(user), ct)
        : tables.Preferences.PutAsync(PreferenceRow.Of(tenant, user, preferences), ct);

    public IAsyncEnumerable<(UserId User, Preferences Preferences)> AllAsync(TenantId tenant, CancellationToken ct) =>
        tables.Preferences.QueryAsync<PreferenceRow>(Keys.PartitionFilter(Keys.PartitionOf(tenant)), ct).Select(row => (Keys.UserOfRow(row.RowKey), row.ToPreferences()));

    private sealed class PreferenceRow : Row
    {
        [Stored(Topic.Asking, "when the pause ends", IsPersonal = true)]
        public string? PausedUntil { get; set; }

        [Stored(Topic.Asking, "whether the person asked not to be asked at all", IsPersonal = true)]
        public bool Stopped { get; set; }

        public static PreferenceRow Of(TenantId tenant, UserId user, Preferences preferences) => new()
        {
            PartitionKey = Keys.PartitionOf(tenant),
            RowKey = Keys.RowOf(user),
            PausedUntil = preferences.PausedUntil is { } until ? InstantPattern.ExtendedIso.Format(until) : null,
            Stopped = preferences.Stopped,
        };

        public Preferences ToPreferences() => new(PausedUntil is { } until ? InstantPattern.ExtendedIso.Parse(until).Value : null, Stopped);
    }
}
