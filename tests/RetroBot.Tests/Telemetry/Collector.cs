using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace RetroBot.Tests.Telemetry;

/// <summary>An OpenTelemetry collector (OTLP over HTTP, protobuf) that keeps what it is sent.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<(string Path, string Body)> taken = new();

    private Collector()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapPost("/{**path}", async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            // Texts lie in protobuf as they are; every byte is kept.
            taken.Enqueue((context.Request.Path, Encoding.Latin1.GetString(body.ToArray())));
            context.Response.ContentType = "application/x-protobuf";
        });
    }

    public string Address => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    public string Metrics => Of("/v1/metrics");

    public string Traces => Of("/v1/traces");

    /// <summary>All of it, whatever it was sent as.</summary>
    public string Everything => string.Concat(taken.Select(one => one.Path + one.Body));

    public static async Task<Collector> StartAsync(CancellationToken ct)
    {
        var collector = new Collector();
        await collector.app.StartAsync(ct);
        return collector;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private string Of(string path) => string.Concat(taken.Where(one => string.Equals(one.Path, path, StringComparison.Ordinal)).Select(one => one.Body));
}
