using Azure.Identity;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Rest;
using RetroBot.Host.Deliveries;

namespace RetroBot.Host.Teams;

/// <summary>The exceptions by which the connector library says that the channel refused, was busy, or could not be reached, or that there is no token for it.</summary>
internal static class ChannelFaults
{
    public static bool Include(Exception fault, CancellationToken ct) =>
        fault is ChannelBusyException or RestException or ThrottleException or AuthenticationFailedException or HttpRequestException or IOException
        || (fault is OperationCanceledException && !ct.IsCancellationRequested);
}
