namespace RetroBot.Cards.People;

/// <summary>Until when something is kept.</summary>
public enum Keeping
{
    PersonTakesBack,
    ChatIsForgotten,
    RoundCloses,
    VotingEnds,
    AuthorWithdraws,
    RetentionEnds,
    NumbersAreRenewed,
    TeamGoes,
    LeavingIsOver,
    Stays,
}
