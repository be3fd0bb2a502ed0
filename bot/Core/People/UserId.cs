namespace RetroBot.Core.People;

/// <summary>An Entra object id of a person. It means the same person in every team of the tenant.</summary>
public readonly record struct UserId
{
    public string Value { get; }

    /// <exception cref="ArgumentException">Blank, or over <see cref="Identifiers.LongestLength"/> characters.</exception>
    public UserId(string value) => Value = Identifiers.Checked(value);

    public override string ToString() => Value;
}
