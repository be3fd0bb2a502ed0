using Azure.Identity;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Identity.Client;
using Microsoft.Rest;
using RetroBot.Host.Deliveries;

namespace RetroBot.Host.Teams;

/// <summary>The exceptions by which the connector library says that the channel refused, was busy, or could not be reached, or that there is no token for it.</summary>
internal static class ChannelFaults
{
    /// <summary>Whether nothing was asked of the channel because there is no token for it. Some credentials of the library say so themselves; others gather what they met in several attempts.</summary>
    public static bool IsNoToken(Exception fault) => fault is AuthenticationFailedException or MsalException or AggregateException;

    public static bool Include(Exception fault, CancellationToken ct) =>
        fault is ChannelBusyException or RestException or ThrottleException or HttpRequestException or IOException || IsNoToken(fault)
        || (fault is OperationCanceledException && !ct.IsCancellationRequested);
}
