namespace RetroBot.Cards.CaseStudies;

/// <summary>How far it is borne out what a case study tells.</summary>
public enum VerificationLevel
{
    SelfReported,
    AuthorChecked,
    WorkedForOthers,
    TeamMetricMoved,
}
