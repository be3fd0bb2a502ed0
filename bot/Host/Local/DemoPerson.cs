using RetroBot.Core.People;

namespace RetroBot.Host.Local;

/// <summary>Somebody of the demo tenant.</summary>
/// <param name="ChannelAccount">The id by which the channel addresses the person.</param>
internal sealed record DemoPerson(UserId User, string ChannelAccount, string GivenName, string Surname)
{
    public string Name => $"{GivenName} {Surname}";

    public string Mail => $"{GivenName}.{Surname}@example.com".ToLowerInvariant();
}
