namespace RetroBot.Cards.CaseStudies;

/// <summary>What whoever pressed a button under a case study reads above it.</summary>
public enum StoryNotice
{
    VoteKept,
    VotingEnded,

    /// <summary>Its author withdrew it; they had voted.</summary>
    StoryGone,

    RecipeSent,

    /// <summary>Its author withdrew it; they had asked for the recipe.</summary>
    RecipeGone,
}
