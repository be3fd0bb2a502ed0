namespace RetroBot.Cards.People;

/// <summary>What lies in storage about the person who asks, and stays there between rounds.</summary>
/// <param name="PausedUntil">Null where no pause is stored; a stored pause may be over.</param>
/// <param name="Language">Null where none was chosen.</param>
/// <param name="Chat">Whether the address of the person's own chat is stored.</param>
/// <param name="LeadOf">The names of the teams of which the person is a lead.</param>
public sealed record StoredAboutYou(DateOnly? PausedUntil, bool Stopped, Language? Language, bool Chat, IReadOnlyList<string> LeadOf)
{
    /// <summary>More names than these would make a wall of text.</summary>
    private const int MostTeams = 12;

    internal string Asking(Texts texts) => (Stopped, PausedUntil) switch
    {
        (true, _) => texts["WhatIsStored.Stopped"],
        (_, { } until) => texts.Format("WhatIsStored.Paused", until),
        _ => texts["WhatIsStored.NotPaused"],
    };

    internal string ChosenLanguage(Texts texts) => Language?.OwnName ?? texts["WhatIsStored.NoLanguage"];

    internal string OurChat(Texts texts) => texts[Chat ? "WhatIsStored.ChatKnown" : "WhatIsStored.ChatUnknown"];

    internal string LeadRoles(Texts texts) => LeadOf.Count == 0 ? texts["WhatIsStored.NoLead"] : TeamNames(texts, LeadOf);

    internal static string TeamNames(Texts texts, IReadOnlyList<string> teams)
    {
        var names = string.Join(texts["List.Separator"], teams.Take(MostTeams).Select(texts.Value));
        return teams.Count <= MostTeams ? names : $"{names} {texts.Count("WhatIsStored.MoreTeams", teams.Count - MostTeams, teams.Count - MostTeams)}";
    }
}
