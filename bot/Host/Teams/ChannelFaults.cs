using Microsoft.Bot.Connector.Authentication;
using Microsoft.Rest;

namespace RetroBot.Host.Teams;

/// <summary>The exceptions by which the connector library says that the channel refused, was busy, or could not be reached.</summary>
internal static class ChannelFaults
{
    public static bool Include(Exception fault, CancellationToken ct) =>
        fault is RestException or ThrottleException or HttpRequestException or IOException || (fault is OperationCanceledException && !ct.IsCancellationRequested);
}
