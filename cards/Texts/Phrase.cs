namespace RetroBot.Cards;

/// <summary>Words made of texts, to stand in another: what had to be escaped in them is escaped already, and blanks that hold them together stay.</summary>
internal readonly record struct Phrase(string Words)
{
    public override string ToString() => Words;
}
