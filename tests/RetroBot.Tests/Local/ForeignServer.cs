using System.Net;
using System.Net.Sockets;
using System.Text;

namespace RetroBot.Tests.Local;

/// <summary>A web server that is none of ours, on a port that one of ours wants.</summary>
internal sealed class ForeignServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Task serving;

    public ForeignServer()
    {
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        serving = ServeAsync();
    }

    public int Port { get; }

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        await serving;
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync();
                await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nServer: other\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
            }
        }
        catch (SocketException)
        {
            // The listener was stopped.
        }
    }
}
