namespace RetroBot.Cards.CaseStudies;

/// <summary>What the receiver finds wrong with a story that is complete in form: with private details taken out, a text is empty or too long, or the link cannot be shown.</summary>
public enum StoryProblem
{
    Title,
    UsualWay,
    AiRole,
    HumanCheck,
    NotWhen,
    HowToTry,
    Evidence,
}
