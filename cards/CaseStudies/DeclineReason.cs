namespace RetroBot.Cards.CaseStudies;

/// <summary>Why something is no case study.</summary>
public enum DeclineReason
{
    NotForWork,

    /// <summary>Done only to be seen using AI.</summary>
    ForShow,
}
