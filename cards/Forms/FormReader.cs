namespace RetroBot.Cards.Forms;

/// <summary>Reads the fields of a form one by one and keeps what to say about those that cannot be used.</summary>
internal sealed class FormReader(CardData data)
{
    /// <summary>Characters of a choice that the card did not offer.</summary>
    public const int LongestChoice = 150;

    private const int LongestTyped = 1000;

    private readonly Dictionary<string, string> typed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> errors = new(StringComparer.Ordinal);

    public bool HasErrors => errors.Count > 0;

    public FormEntries Entries => new(typed, errors);

    /// <param name="longestTyped">Characters of what was typed that are kept to be shown again.</param>
    public T? Required<T>(string id, Field<T> field, string error, int longestTyped = LongestTyped)
    {
        if (Keep(id, field, error, longestTyped) is Field<T>.Given(var value)) return value;
        Refuse(id, error);
        return default;
    }

    public T? Optional<T>(string id, Field<T> field, string error, int longestTyped = LongestTyped)
        where T : class => Keep(id, field, error, longestTyped) is Field<T>.Given(var value) ? value : null;

    public T? OptionalChoice<T>(string id, Field<T> field, string error, int longestTyped = LongestTyped)
        where T : struct, Enum => Keep(id, field, error, longestTyped) is Field<T>.Given(var value) ? value : null;

    /// <summary>Whether a box is ticked. Whatever else comes is a box that is not.</summary>
    public bool Ticked(string id)
    {
        var ticked = data.Text(id, LongestChoice) is Field<string>.Given("true");
        typed[id] = ticked ? "true" : "";
        return ticked;
    }

    public void Refuse(string id, string error) => errors.TryAdd(id, error);

    private Field<T> Keep<T>(string id, Field<T> field, string error, int longestTyped)
    {
        typed[id] = data.Typed(id, longestTyped);
        if (field is Field<T>.Invalid) Refuse(id, error);
        return field;
    }
}
