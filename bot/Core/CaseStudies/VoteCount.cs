namespace RetroBot.Core.CaseStudies;

/// <summary>One vote a person, the latest. Never shown as it is: see <see cref="ShownSupport"/>.</summary>
public readonly record struct VoteCount(int Worked, int DidNotWork);
