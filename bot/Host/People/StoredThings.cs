using RetroBot.Cards.People;
using RetroBot.Host.Storage;

namespace RetroBot.Host.People;

/// <summary>The storage schema as a person reads it: what lies in storage, each thing once, and until when.</summary>
internal static class StoredThings
{
    /// <summary>A thing of several columns is kept as long as the one that stays longest.</summary>
    public static IReadOnlyList<StoredItem> All { get; } =
        [.. StorageSchema.All.SelectMany(kind => kind.All).GroupBy(column => column.Topic, column => column.Until).Select(thing => new StoredItem(Of(thing.Key), Of(thing.Max())))];

    private static StoredThing Of(Topic topic) => topic switch
    {
        Topic.Asking => StoredThing.Asking,
        Topic.Language => StoredThing.Language,
        Topic.Chat => StoredThing.Chat,
        Topic.LeadRole => StoredThing.LeadRole,
        Topic.Installer => StoredThing.Installer,
        Topic.Team => StoredThing.Team,
        Topic.LeftTeam => StoredThing.LeftTeam,
        Topic.Settings => StoredThing.Settings,
        Topic.Round => StoredThing.Round,
        Topic.RoundKey => StoredThing.RoundKey,
        Topic.SealedAnswers => StoredThing.SealedAnswers,
        Topic.Ledger => StoredThing.Ledger,
        Topic.Tally => StoredThing.Tally,
        Topic.Shown => StoredThing.Shown,
        Topic.Digest => StoredThing.Digest,
        Topic.CaseStudies => StoredThing.CaseStudies,
        Topic.Votes => StoredThing.Votes,
        Topic.Catalog => StoredThing.Catalog,
        Topic.Organisation => StoredThing.Organisation,
        _ => throw new ArgumentOutOfRangeException(nameof(topic), topic, null),
    };

    private static Keeping Of(Until until) => until switch
    {
        Until.PersonTakesBack => Keeping.PersonTakesBack,
        Until.ChatIsForgotten => Keeping.ChatIsForgotten,
        Until.RoundCloses => Keeping.RoundCloses,
        Until.VotingEnds => Keeping.VotingEnds,
        Until.AuthorWithdraws => Keeping.AuthorWithdraws,
        Until.RetentionEnds => Keeping.RetentionEnds,
        Until.NumbersAreRenewed => Keeping.NumbersAreRenewed,
        Until.LeavingIsOver => Keeping.LeavingIsOver,
        Until.TeamGoes => Keeping.TeamGoes,
        Until.Stays => Keeping.Stays,
        _ => throw new ArgumentOutOfRangeException(nameof(until), until, null),
    };
}
