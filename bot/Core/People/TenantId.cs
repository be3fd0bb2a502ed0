namespace RetroBot.Core.People;

/// <summary>An Entra tenant id, as the channel sends it.</summary>
public readonly record struct TenantId
{
    public string Value { get; }

    /// <exception cref="ArgumentException">Blank, or over <see cref="Identifiers.LongestLength"/> characters.</exception>
    public TenantId(string value) => Value = Identifiers.Checked(value);

    public override string ToString() => Value;
}
