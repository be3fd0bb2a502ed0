namespace RetroBot.Core.Digests;

/// <summary>In which way the two numbers point apart. The values are stored: never renumbered.</summary>
public enum Disagreement
{
    ManyHelpedYetWorse = 1,
    FewHelpedYetBetter = 2,
}
