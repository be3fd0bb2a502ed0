using System.Net;
using System.Net.Sockets;

namespace RetroBot.Tests.Running;

/// <summary>Stands between the service and the storage emulator; while it is shut, storage is out of reach.</summary>
public sealed class StorageGate : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource ended = new();
    private readonly Lock gate = new();
    private readonly HashSet<TcpClient> connections = [];
    private readonly int emulator;
    private readonly Task accepting;
    private bool isShut;

    public StorageGate(string emulatorConnectionString)
    {
        var endpoint = new Uri(emulatorConnectionString.Split(';').Single(part => part.StartsWith("TableEndpoint=", StringComparison.Ordinal))["TableEndpoint=".Length..]);
        emulator = endpoint.Port;
        listener.Start();
        ConnectionString = emulatorConnectionString.Replace($":{emulator}/", $":{((IPEndPoint)listener.LocalEndpoint).Port}/", StringComparison.Ordinal);
        accepting = AcceptAsync();
    }

    /// <summary>The emulator's, through the gate.</summary>
    public string ConnectionString { get; }

    /// <summary>Cuts every connection, and every new one.</summary>
    public void Shut()
    {
        lock (gate)
        {
            isShut = true;
            foreach (var connection in connections) connection.Close();
            connections.Clear();
        }
    }

    public void Open()
    {
        lock (gate) isShut = false;
    }

    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        listener.Stop();
        Shut();
        await accepting;
        ended.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = CarryAsync(await listener.AcceptTcpClientAsync(ended.Token));
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task CarryAsync(TcpClient service)
    {
        using var storage = new TcpClient();
        using (service)
        {
            try
            {
                lock (gate)
                {
                    if (isShut) return;
                    connections.Add(service);
                    connections.Add(storage);
                }
                await storage.ConnectAsync(IPAddress.Loopback, emulator, ended.Token);
                await Task.WhenAny(
                    service.GetStream().CopyToAsync(storage.GetStream(), ended.Token),
                    storage.GetStream().CopyToAsync(service.GetStream(), ended.Token));
            }
            catch (Exception cut) when (cut is IOException or SocketException or ObjectDisposedException or InvalidOperationException or OperationCanceledException)
            {
                // Cut by the gate, or by either side: that is what it is for.
            }
            finally
            {
                lock (gate)
                {
                    connections.Remove(service);
                    connections.Remove(storage);
                }
            }
        }
    }
}
