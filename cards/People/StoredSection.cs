namespace RetroBot.Cards.People;

/// <summary>Where on the card a person looks for it.</summary>
public enum StoredSection
{
    You,
    Team,
    OpenRound,
    ClosedRound,
    CaseStudies,
}
