namespace RetroBot.Core.Catalogs;

/// <summary>Whom a figure of the organisation does not count, so that nobody can be singled out. How many they are would say too much.</summary>
public enum LeftOut
{
    Nobody,
    SomeTeams,

    /// <summary>There is no figure.</summary>
    AllTeams,
}
