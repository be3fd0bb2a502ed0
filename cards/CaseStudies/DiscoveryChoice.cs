namespace RetroBot.Cards.CaseStudies;

public enum DiscoveryChoice
{
    Colleague,
    Training,
    ByAccident,
    Assigned,
    Other,
}
