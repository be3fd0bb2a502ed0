using Azure;
using NodaTime.Text;
using RetroBot.Core;
using RetroBot.Core.People;

namespace RetroBot.Host.Storage;

internal sealed class PreferenceStore(Tables tables) : IPreferenceStore
{
    public static RowKind People { get; } = new(Keys.Preferences, "a person who paused, stopped or chose a language",
        new RowKeys("", Topic.Asking, "tenant and Entra object id of the person", ArePersonal: true), Until.PersonTakesBack, typeof(PreferenceRow));

    public async Task<Preferences> OfAsync(TenantId tenant, UserId user, CancellationToken ct) =>
        await tables.Preferences.FindAsync<PreferenceRow>(Keys.PartitionOf(tenant), Keys.RowOf(user), ct) is { } row ? row.ToPreferences() : Preferences.Default;

    public async Task ChangeAsync(TenantId tenant, UserId user, Func<Preferences, Preferences> change, CancellationToken ct)
    {
        SaveOutcome outcome;
        do
        {
            var row = await tables.Preferences.FindAsync<PreferenceRow>(Keys.PartitionOf(tenant), Keys.RowOf(user), ct);
            var said = row?.ToPreferences() ?? Preferences.Default;
            var changed = change(said);
            if (changed == said) return;
            outcome = await WriteAsync(PreferenceRow.Of(tenant, user, changed), row?.ETag, isToGo: changed == Preferences.Default, ct).OutcomeAsync();
        }
        while (outcome == SaveOutcome.Conflict);
    }

    public IAsyncEnumerable<(UserId User, Preferences Preferences)> AllAsync(TenantId tenant, CancellationToken ct) =>
        tables.Preferences.QueryAsync<PreferenceRow>(Keys.PartitionFilter(Keys.PartitionOf(tenant)), ct).Select(row => (Keys.UserOfRow(row.RowKey), row.ToPreferences()));

    /// <param name="version">Null where there is no row.</param>
    private Task WriteAsync(PreferenceRow row, ETag? version, bool isToGo, CancellationToken ct) => version switch
    {
        null => tables.Preferences.AddAsync(row, ct),
        { } known when isToGo => tables.Preferences.DeleteAsync(row, known, ct),
        { } known => tables.Preferences.ReplaceAsync(row, known, ct),
    };

    private sealed class PreferenceRow : Row
    {
        [Stored(Topic.Asking, "when the pause ends", IsPersonal = true)]
        public string? PausedUntil { get; set; }

        [Stored(Topic.Asking, "whether the person asked not to be asked at all", IsPersonal = true)]
        public bool Stopped { get; set; }

        [Stored(Topic.Language, "the language that the person chose", IsPersonal = true)]
        public string? Language { get; set; }

        public static PreferenceRow Of(TenantId tenant, UserId user, Preferences preferences) => new()
        {
            PartitionKey = Keys.PartitionOf(tenant),
            RowKey = Keys.RowOf(user),
            PausedUntil = preferences.PausedUntil is { } until ? InstantPattern.ExtendedIso.Format(until) : null,
            Stopped = preferences.Stopped,
            Language = preferences.Language,
        };

        public Preferences ToPreferences() => new(PausedUntil is { } until ? InstantPattern.ExtendedIso.Parse(until).Value : null, Stopped) { Language = Language };
    }
}
