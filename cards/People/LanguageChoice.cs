namespace RetroBot.Cards.People;

/// <summary>In which language a person wants to be written to.</summary>
public abstract record LanguageChoice
{
    private LanguageChoice()
    {
    }

    /// <summary>In that of their Teams, where an activity tells it; nothing is stored.</summary>
    public sealed record AsInTeams : LanguageChoice;

    public sealed record In(Language Language) : LanguageChoice;
}
