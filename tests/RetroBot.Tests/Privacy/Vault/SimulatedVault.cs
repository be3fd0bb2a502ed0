using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Security.KeyVault.Secrets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using RetroBot.Simulation;
using RetroBot.Simulation.Tokens;

namespace RetroBot.Tests.Privacy.Vault;

/// <summary>An Azure Key Vault: the documented requests for a secret, over HTTPS and with tokens that are checked.</summary>
/// <remarks>It has an address like a real one, so that the client's own check of who asks it for a token is on; the connection alone is taken elsewhere.</remarks>
public sealed class SimulatedVault : IAsyncDisposable
{
    private readonly LoopbackCertificate certificate = new();
    private readonly ConcurrentQueue<string> requests = new();
    private LoopbackServer? server;
    private HttpClient? client;

    private SimulatedVault(TimeProvider time)
    {
        Uri = new Uri($"https://rb-{Guid.NewGuid().ToString("N")[..20]}.vault.azure.net/");
        Secret = new SimulatedSecret(Uri, "retrobot-master-key", time);
    }

    public Uri Uri { get; }

    /// <summary>The only secret.</summary>
    public SimulatedSecret Secret { get; }

    /// <summary>Who may read it.</summary>
    public SimulatedIdentity Identity { get; } = new();

    /// <summary>What every request with a good token is refused with; null for none.</summary>
    public VaultRefusal? Refusal { get; set; }

    /// <summary>Who it says it is when it asks for a token.</summary>
    public string Resource { get; set; } = SimulatedIdentity.Resource;

    /// <summary>Until this ends no request is answered.</summary>
    public Task Answers { get; set; } = Task.CompletedTask;

    /// <summary>Nobody listens any more.</summary>
    public bool IsGone { get; set; }

    /// <summary>What was asked with a good token, such as <c>/secrets/name/versions</c>.</summary>
    public IReadOnlyList<string> Requests => [.. requests];

    /// <summary>Settings that name this vault.</summary>
    public Dictionary<string, string?> Settings => new(StringComparer.Ordinal) { ["RetroBot:MasterKey:VaultUri"] = Uri.ToString(), ["RetroBot:MasterKey:File"] = "" };

    public static async Task<SimulatedVault> StartAsync(TimeProvider time, CancellationToken ct)
    {
        var vault = new SimulatedVault(time);
        vault.server = await LoopbackServer.StartAsync(app => app.Run(vault.AnswerAsync), ct, vault.certificate.Served);
        // Port 1 is nobody's.
        vault.client = vault.certificate.Client(() => vault.IsGone ? 1 : vault.server.Address.Port);
        return vault;
    }

    /// <summary>Gives the service the way to this vault and an identity, and leaves everything else as the service set it.</summary>
    public void Serve(IServiceCollection services)
    {
        services.AddSingleton<TokenCredential>(Identity);
        var options = (SecretClientOptions)services.Single(service => service.ServiceType == typeof(SecretClientOptions)).ImplementationInstance!;
        options.Transport = new HttpClientTransport(client!);
    }

    public async ValueTask DisposeAsync()
    {
        client?.Dispose();
        if (server is not null) await server.DisposeAsync();
        certificate.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        await Answers.WaitAsync(context.RequestAborted);
        if (IsGone)
        {
            context.Abort(); // a connection that was kept
            return;
        }
        if (!Identity.IsShownIn(context.Request))
        {
            context.Response.Headers.WWWAuthenticate = $"Bearer authorization=\"{SimulatedIdentity.Authority}\", resource=\"{Resource}\"";
            await new VaultRefusal(StatusCodes.Status401Unauthorized, "Unauthorized").WriteAsync(context.Response);
            return;
        }

        requests.Enqueue(context.Request.Path);
        if (Refusal is { } refusal)
        {
            if (refusal.Once) Refusal = null;
            await refusal.WriteAsync(context.Response);
        }
        else if (string.IsNullOrEmpty(context.Request.Query["api-version"]))
        {
            await new VaultRefusal(StatusCodes.Status400BadRequest, "BadParameter").WriteAsync(context.Response);
        }
        else
        {
            await Secret.AnswerAsync(context);
        }
    }
}
