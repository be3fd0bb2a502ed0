using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace RetroBot.Tests.Crashes;

/// <summary>Stands between an instance of the service and all that it calls, storage and Teams.</summary>
internal abstract class Gate : IAsyncDisposable
{
    private readonly HttpMessageInvoker onward = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });
    private readonly CallNames names;
    private readonly Uri storage;
    private readonly Uri teams;
    private readonly WebApplication server;

    /// <param name="storage">Where storage really is: a connection string.</param>
    /// <param name="prefix">Of the tables.</param>
    protected Gate(string storage, Uri teams, string prefix)
    {
        (this.teams, names, Storage) = (teams, new CallNames(prefix), storage);
        this.storage = new Uri(storage.Split(';').Single(part => part.StartsWith("TableEndpoint=", StringComparison.Ordinal))["TableEndpoint=".Length..]);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port: 0));
        server = builder.Build();
        server.Run(async context =>
        {
            var request = await PassingRequest.ReadAsync(context);
            await PassAsync(context, request, names.Of(request));
        });
    }

    /// <summary>Where the instance finds storage.</summary>
    public string Storage { get; private set; }

    /// <summary>Where the instance finds Teams.</summary>
    public Uri Teams => new(new Uri(server.Urls.Single()), "/");

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        onward.Dispose();
    }

    protected async Task StartAsync(CancellationToken ct)
    {
        await server.StartAsync(ct);
        Storage = Storage.Replace($":{storage.Port}/", $":{Teams.Port}/", StringComparison.Ordinal);
    }

    protected abstract Task PassAsync(HttpContext context, PassingRequest request, string name);

    /// <summary>Has the request take effect.</summary>
    protected async Task<(HttpResponseMessage Answer, byte[] Body)> OnwardAsync(PassingRequest request)
    {
        using var message = request.To(request.Target.StartsWith(storage.AbsolutePath, StringComparison.Ordinal) ? storage : teams);
        var answer = await onward.SendAsync(message, CancellationToken.None);
        return (answer, await answer.Content.ReadAsByteArrayAsync(CancellationToken.None));
    }
}
