namespace RetroBot.Cards.Diagnosis;

/// <summary>One sentence of a check's. Never about one person.</summary>
public abstract record Remark
{
    private Remark()
    {
    }

    public sealed record Plain(CheckMessage Message) : Remark;

    public sealed record Counted(CheckMessage Message, int Number) : Remark;

    public sealed record At(CheckMessage Message, Moment Time) : Remark;

    internal string Text(Texts texts) => this switch
    {
        Plain(var message) => Choices.TextOf(texts, message),
        Counted(var message, var number) => texts.Count($"{nameof(CheckMessage)}.{message}", number, number),
        At(var message, var time) => texts.Format($"{nameof(CheckMessage)}.{message}", time.LocalAndUtc(texts)),
        _ => throw new InvalidOperationException($"No words for {GetType().Name}."),
    };
}
