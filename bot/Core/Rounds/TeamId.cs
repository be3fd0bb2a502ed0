using RetroBot.Core.People;

namespace RetroBot.Core.Rounds;

/// <summary>A Teams team in its tenant.</summary>
public sealed record TeamId
{
    public TenantId Tenant { get; }

    /// <summary>The id that the channel gives the team ("19:…@thread.tacv2").</summary>
    public string Value { get; }

    /// <exception cref="ArgumentException">The id is blank or too long.</exception>
    public TeamId(TenantId tenant, string value)
    {
        Tenant = tenant;
        Value = Identifiers.Checked(value);
    }

    public override string ToString() => Value;
}
