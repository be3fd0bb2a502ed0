using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;

namespace RetroBot.Host.Teams;

/// <summary>What the guard made of a request.</summary>
internal abstract record Inbound
{
    private Inbound()
    {
    }

    public sealed record Accepted(Activity Activity, AuthenticateRequestResult Caller) : Inbound;

    /// <param name="Status">An HTTP status from 400 on.</param>
    /// <param name="Reason">For the sender: what is wrong, never what was sent.</param>
    public sealed record Refused(int Status, string Reason) : Inbound;
}
