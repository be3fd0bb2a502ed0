using System.Net;
using System.Net.Sockets;

namespace RetroBot.Host.Local;

/// <summary>A TCP port on this machine.</summary>
internal static class LocalPort
{
    /// <summary>A port that nobody listens on at this moment; somebody else may take it before the caller does.</summary>
    public static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public static async Task<bool> IsTakenAsync(int port, CancellationToken ct)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port, ct);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
