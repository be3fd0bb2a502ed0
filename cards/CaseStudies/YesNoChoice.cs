namespace RetroBot.Cards.CaseStudies;

public enum YesNoChoice
{
    Yes,
    No,
}
