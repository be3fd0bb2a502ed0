namespace RetroBot.Cards.People;

public sealed record StoredItem(StoredThing What, Keeping Until)
{
    internal StoredSection Section => What switch
    {
        StoredThing.Asking or StoredThing.Language or StoredThing.Chat or StoredThing.LeadRole or StoredThing.Installer => StoredSection.You,
        StoredThing.Team or StoredThing.LeftTeam or StoredThing.Settings => StoredSection.Team,
        StoredThing.SealedAnswers or StoredThing.Ledger or StoredThing.RoundKey => StoredSection.OpenRound,
        StoredThing.CaseStudies or StoredThing.Votes or StoredThing.Catalog => StoredSection.CaseStudies,
        _ => StoredSection.ClosedRound,
    };
}
