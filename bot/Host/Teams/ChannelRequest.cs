using RetroBot.Core.People;
using RetroBot.Host.Deliveries;
using RetroBot.Host.Telemetry;

namespace RetroBot.Host.Teams;

/// <summary>One request that is made of the channel, from the code that wants it, through the library, to the wire.</summary>
/// <param name="serviceUrl">The channel's: what goes elsewhere meanwhile, such as to fetch a token, is another matter.</param>
/// <param name="conversation">Null for a chat that is yet to be made.</param>
/// <param name="waits">False for an answer to a person, which goes out at once.</param>
internal sealed class ChannelRequest(TenantId tenant, Uri serviceUrl, string? conversation, RequestKind kind, bool waits = true)
{
    private static readonly AsyncLocal<ChannelRequest?> Under = new();

    /// <summary>The one under way here; null where none is.</summary>
    public static ChannelRequest? Current => Under.Value;

    public TenantId Tenant => tenant;

    /// <summary>
    /// Whether it is counted in the telemetry. Only where no person has made it necessary: not an answer to somebody, nor what they asked for, since its time would tell that they did something; and not a second card, since those go to everybody who has not answered.
    /// </summary>
    public bool IsCounted { get; init; }

    /// <summary>What it is, for the telemetry.</summary>
    public string Name => kind switch
    {
        RequestKind.Send => "send",
        RequestKind.RosterRead => TeamsInstruments.Roster,
        _ => conversation is null ? "create_conversation" : "other",
    };

    /// <summary>Whether it may have reached the channel.</summary>
    public bool HasLeft { get; private set; }

    public bool IsFor(Uri? address) => Uri.Compare(address, serviceUrl, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0;

    /// <summary>Has the library make the request. Fetching a token, the library heeds nobody's wish to give up: then it is left alone, and what it still sends is stopped at the wire.</summary>
    public async Task MakeAsync(Func<Task> work, CancellationToken ct)
    {
        Under.Value = this;
        await work().WaitAsync(ct);
    }

    /// <summary>It goes out now, or as soon as the pace allows.</summary>
    /// <returns>The number by which the pace is told when it left.</returns>
    /// <exception cref="ChannelBusyException">It is not to be made now.</exception>
    public async Task<long> GoAsync(ChannelPace pace, CancellationToken ct)
    {
        var number = waits ? await pace.GoAsync(tenant, conversation, kind, ct) : pace.Go(tenant, conversation, kind);
        ct.ThrowIfCancellationRequested();
        HasLeft = true;
        return number;
    }
}
