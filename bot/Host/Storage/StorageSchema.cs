namespace RetroBot.Host.Storage;

/// <summary>Everything that RetroBot stores. Tests hold it against the row classes and against the tables of a running service.</summary>
internal static class StorageSchema
{
    public static IReadOnlyList<RowKind> All { get; } =
    [
        TeamStore.Teams,
        TeamStore.DueTimes,
        LeftTeamStore.Notes,
        RoundStore.Rounds,
        RoundStore.Gates,
        AnswerStore.Answers,
        Ledger.Lines,
        CaseStudyStore.CaseStudies,
        CaseStudyStore.StalePosts,
        VoteStore.Votes,
        PreferenceStore.People,
        ChatStore.Chats,
        SenderLeaseStore.Leases,
        QuarterStore.Combinations,
        QuarterStore.Figures,
    ];
}
