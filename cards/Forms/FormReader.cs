namespace RetroBot.Cards.Forms;

/// <summary>Reads the fields of a form one by one and keeps what to say about those that cannot be used.</summary>
internal sealed class FormReader(CardData data)
{
    private const int LongestTyped = 1000;

    private readonly Dictionary<string, string> typed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> errors = new(StringComparer.Ordinal);

    public bool HasErrors => errors.Count > 0;

    public FormEntries Entries => new(typed, errors);

    public T? Required<T>(string id, Field<T> field, string error)
    {
        if (Keep(id, field, error) is Field<T>.Given(var value)) return value;
        Refuse(id, error);
        return default;
    }

    public T? Optional<T>(string id, Field<T> field, string error)
        where T : class => Keep(id, field, error) is Field<T>.Given(var value) ? value : null;

    public T? OptionalChoice<T>(string id, Field<T> field, string error)
        where T : struct, Enum => Keep(id, field, error) is Field<T>.Given(var value) ? value : null;

    public void Refuse(string id, string error) => errors.TryAdd(id, error);

    private Field<T> Keep<T>(string id, Field<T> field, string error)
    {
        typed[id] = data.Typed(id, LongestTyped);
        if (field is Field<T>.Invalid) Refuse(id, error);
        return field;
    }
}
