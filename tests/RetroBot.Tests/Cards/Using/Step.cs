namespace RetroBot.Tests.Cards.Using;

/// <summary>One thing that somebody does on a card.</summary>
internal abstract record Step
{
    private Step()
    {
    }

    /// <summary>Presses a button, or a row that is one.</summary>
    public sealed record Press(string Title) : Step;

    /// <summary>Chooses the one answer of a list.</summary>
    public sealed record Mark(string Choice) : Step;

    /// <summary>Chooses one of several answers of a list.</summary>
    public sealed record Tick(string Choice) : Step;
}
