namespace RetroBot.Cards.People;

/// <summary>A kind of thing that was deleted.</summary>
public enum DeletedThing
{
    Answer,
    Vote,
    Asking,
    Language,
    Chat,
    LeadRole,
    Installer,
}
