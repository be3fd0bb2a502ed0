namespace RetroBot.Cards.Diagnosis;

/// <summary>What is looked at, in the order in which it is told.</summary>
public enum CheckSubject
{
    Storage,
    MasterKey,
    Identity,
    SigningKeys,
    Teams,
    Channel,
    Schedule,
    Sending,
    Reach,
    Settings,
    Clock,
}
