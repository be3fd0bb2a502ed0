namespace RetroBot.Tests.Cards.Using;

/// <summary>One thing that somebody does on a card.</summary>
internal abstract record Step
{
    private Step()
    {
    }

    /// <summary>Presses a button, or a row that is one; where several have that title, the first.</summary>
    public sealed record Press(string Title) : Step;

    /// <summary>Presses a row that unfolds what is to be read; nothing is sent.</summary>
    public sealed record Unfold(string Title) : Step;

    /// <summary>Chooses the one answer of a list that stands open.</summary>
    /// <param name="Question">Which of the questions that have such an answer: 0 for the first. The renderer names a question with its first answer alone.</param>
    public sealed record Mark(string Choice, int Question = 0) : Step;

    /// <summary>Chooses one of several answers of a list.</summary>
    public sealed record Tick(string Choice) : Step;

    /// <summary>Chooses the one answer of a list that unfolds.</summary>
    public sealed record Choose(string Question, string Choice) : Step;

    /// <summary>Goes to a field and fills it.</summary>
    public sealed record Type(string Field, string Text) : Step;
}
