namespace RetroBot.Cards.CaseStudies;

/// <summary>Why a recipe is not in the chat of whoever asked for it, or perhaps not.</summary>
public enum RecipeNotSent
{
    NotInstalled,
    Blocked,

    /// <summary>Teams refused, whatever its reason.</summary>
    Refused,

    Busy,

    /// <summary>Nobody knows whether it arrived.</summary>
    Unconfirmed,
}
