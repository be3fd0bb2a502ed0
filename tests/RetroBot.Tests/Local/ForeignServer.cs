using System.Net;
using System.Net.Sockets;
using System.Text;

namespace RetroBot.Tests.Local;

/// <summary>A web server that is none of ours, on a port that one of ours wants.</summary>
internal sealed class ForeignServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
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
        await stopping.CancelAsync();
        await serving;
        listener.Dispose();
        stopping.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(stopping.Token);
                await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nServer: other\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"), stopping.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // Stopped, wherever it was.
        }
    }
}
