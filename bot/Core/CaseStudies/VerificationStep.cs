namespace RetroBot.Core.CaseStudies;

/// <summary>How far it is borne out what a case study tells: each step says more than the one before.</summary>
public enum VerificationStep
{
    /// <summary>Its author's word, and no more.</summary>
    SelfReported,

    /// <summary>Its author compared, or measured.</summary>
    AuthorChecked,

    /// <summary>Enough others said that it worked for them, too.</summary>
    WorkedForOthers,

    /// <summary>It did, and since then the outcome that the team tracks by hand has become notably better. Why it did, nobody can tell.</summary>
    TeamMetricMoved,
}
