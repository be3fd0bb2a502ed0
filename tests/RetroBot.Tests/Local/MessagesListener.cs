using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace RetroBot.Tests.Local;

/// <summary>Stands where a bot would, and keeps what arrives.</summary>
internal sealed class MessagesListener : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Channel<JsonElement> activities = Channel.CreateUnbounded<JsonElement>();

    private MessagesListener()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapMethods("/api/messages", ["HEAD"], () => Results.Ok());
        app.MapPost("/api/messages", async (JsonElement activity) => await activities.Writer.WriteAsync(activity.Clone()));
    }

    public Uri Messages => new($"{app.Urls.Single()}/api/messages");

    public static async Task<MessagesListener> StartAsync(CancellationToken ct)
    {
        var listener = new MessagesListener();
        await listener.app.StartAsync(ct);
        return listener;
    }

    public ValueTask<JsonElement> NextAsync(CancellationToken ct) => activities.Reader.ReadAsync(ct);

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
