namespace RetroBot.Cards.Forms;

/// <param name="Error">Key of the text that says what the field takes.</param>
internal sealed record FieldRule(bool IsRequired, string Error)
{
    public static FieldRule Required(string error) => new(IsRequired: true, error);

    public static FieldRule Optional(string error) => new(IsRequired: false, error);
}
