namespace RetroBot.Cards.Digests;

/// <summary>In which way the two numbers point apart.</summary>
public enum NumbersWarning
{
    ManyHelpedYetWorse,
    FewHelpedYetBetter,
}
