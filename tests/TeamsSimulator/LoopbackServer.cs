using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace RetroBot.Simulation;

/// <summary>A web server on 127.0.0.1 and a free port.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private LoopbackServer(WebApplication app) => this.app = app;

    /// <summary>Ends in a slash.</summary>
    public Uri Address => new(new Uri(app.Urls.Single()), "/");

    /// <param name="certificate">For https; without one, http is spoken.</param>
    public static async Task<LoopbackServer> StartAsync(Action<WebApplication> map, CancellationToken ct, X509Certificate2? certificate = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port: 0, endpoint =>
        {
            if (certificate is not null)
                endpoint.UseHttps(certificate);
        }));
        var built = builder.Build();
        map(built);
        await built.StartAsync(ct);
        return new LoopbackServer(built);
    }

    /// <summary>Answers what is under way, and nothing any more. Whoever connects from now on is refused.</summary>
    /// <returns>Keeps the port from being given to another server.</returns>
    public async Task<IDisposable> CloseAsync(CancellationToken ct)
    {
        var endpoint = new IPEndPoint(IPAddress.Loopback, Address.Port);
        await app.StopAsync(ct);
        var reserved = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        reserved.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, optionValue: true);

        // Bound, and never listening.
        reserved.Bind(endpoint);
        return reserved;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
