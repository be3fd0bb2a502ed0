namespace RetroBot.Core.CaseStudies;

public enum Vote
{
    Worked,
    DidNotWork,
}
