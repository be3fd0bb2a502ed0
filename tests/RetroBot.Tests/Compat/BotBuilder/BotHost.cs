using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace RetroBot.Tests.Compat.BotBuilder;

/// <summary>A bot behind <c>/api/messages</c>, on the adapter that is tested and in memory.</summary>
internal sealed class BotHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private BotHost(WebApplication app, CloudAdapter adapter)
    {
        _app = app;
        Adapter = adapter;
        Client = app.GetTestClient();
    }

    public CloudAdapter Adapter { get; }

    public HttpClient Client { get; }

    public static async Task<BotHost> StartAsync(IConfiguration configuration, BotCallbackHandler turn, ServiceClientCredentialsFactory? credentials = null, CancellationToken ct = default)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        var app = builder.Build();
        var adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication(configuration, credentials));
        app.Map("/api/messages", context => adapter.ProcessAsync(context.Request, context.Response, new Bot(turn), context.RequestAborted));
        await app.StartAsync(ct);
        return new BotHost(app, adapter);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }

    private sealed class Bot(BotCallbackHandler turn) : IBot
    {
        public Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default) => turn(turnContext, cancellationToken);
    }
}
