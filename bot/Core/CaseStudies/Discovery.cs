namespace RetroBot.Core.CaseStudies;

/// <summary>How the author came upon this use of AI.</summary>
public enum Discovery
{
    Colleague,
    Training,
    ByAccident,
    Assigned,
    Other,
}
