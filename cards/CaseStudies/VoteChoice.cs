namespace RetroBot.Cards.CaseStudies;

public enum VoteChoice
{
    Worked,
    DidNotWork,
}
