using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace RetroBot.Tests.Crashes;

/// <summary>Stands between an instance of the service and all that it calls, storage and Teams: counts whole requests, and holds those that a trap is for.</summary>
internal sealed class CallGate : IAsyncDisposable
{
    private readonly Lock gate = new();
    private readonly List<Call> calls = [];
    private readonly HttpMessageInvoker onward = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });
    private readonly CallNames names;
    private readonly Pulse pulse;
    private readonly Uri storage;
    private readonly Uri teams;
    private readonly WebApplication server;
    private Trap? trap;
    private readonly Dictionary<string, int> answered = new(StringComparer.Ordinal);
    private Task opened = Task.CompletedTask;
    private int steps;

    private CallGate(string storage, Uri teams, string prefix, Pulse pulse)
    {
        (this.teams, this.pulse, names) = (teams, pulse, new CallNames(prefix));
        this.storage = new Uri(storage.Split(';').Single(part => part.StartsWith("TableEndpoint=", StringComparison.Ordinal))["TableEndpoint=".Length..]);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port: 0));
        server = builder.Build();
        server.Run(PassAsync);
    }

    /// <summary>Where the instance finds storage.</summary>
    public string Storage { get; private set; } = "";

    /// <summary>Where the instance finds Teams.</summary>
    public Uri Teams => new(new Uri(server.Urls.Single()), "/");

    /// <summary>In the order in which they came, since <see cref="CountFromHere"/>.</summary>
    public IReadOnlyList<Call> Calls
    {
        get
        {
            lock (gate) return [.. calls];
        }
    }

    /// <summary>How many calls were answered, ever, that may have changed a team or a round.</summary>
    public int Steps => Volatile.Read(ref steps);

    public static async Task<CallGate> StartAsync(string storage, Uri teams, string prefix, Pulse pulse, CancellationToken ct)
    {
        var started = new CallGate(storage, teams, prefix, pulse);
        await started.server.StartAsync(ct);
        started.Storage = storage.Replace($":{started.storage.Port}/", $":{started.Teams.Port}/", StringComparison.Ordinal);
        return started;
    }

    /// <summary>How many calls of a name the process that runs now has had an answer to.</summary>
    public int Answered(string name)
    {
        lock (gate) return answered.GetValueOrDefault(name);
    }

    /// <summary>A new process calls from here on.</summary>
    public void CountAnswersFromHere()
    {
        lock (gate) answered.Clear();
    }

    /// <summary>Forgets the calls until now.</summary>
    /// <param name="set">Null for none.</param>
    public void CountFromHere(Trap? set)
    {
        lock (gate)
        {
            calls.Clear();
            trap = set;
        }
    }

    /// <summary>Keeps calls waiting until <paramref name="until"/> is over.</summary>
    public void Shut(Task until) => opened = until;

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        onward.Dispose();
    }

    private async Task PassAsync(HttpContext context)
    {
        var request = await PassingRequest.ReadAsync(context);
        var name = names.Of(request);
        var met = Arrive(request, name);
        await opened;
        if (met is { Sprung.IsCompleted: true })
        {
            await DropAsync(context, met);
            return;
        }

        using var message = request.To(request.Target.StartsWith(storage.AbsolutePath, StringComparison.Ordinal) ? storage : teams);
        using var answer = await onward.SendAsync(message, CancellationToken.None);
        var body = await answer.Content.ReadAsByteArrayAsync(CancellationToken.None);
        met?.Spring();
        lock (gate) answered[name] = answered.GetValueOrDefault(name) + 1;
        if (request.Changes && (name.Contains(" teams t", StringComparison.Ordinal) || name.Contains(" rounds r", StringComparison.Ordinal))) Interlocked.Increment(ref steps);
        pulse.Beat();
        if (met is not null) await DropAsync(context, met);
        else await PassingRequest.ReturnAsync(answer, body, context.Response);
    }

    /// <returns>The trap that this call is caught in, or will be when it is answered.</returns>
    private Trap? Arrive(PassingRequest request, string name)
    {
        lock (gate)
        {
            var call = new Call(name, calls.Count(earlier => earlier.Name == name) + 1, request.Changes);
            calls.Add(call);
            pulse.Beat();
            if (trap is { Sprung.IsCompleted: true }) return trap;
            if (trap?.IsFor(call, calls.Count) != true) return null;
            if (trap.Moment == KillMoment.Before) trap.Spring();
            return trap;
        }
    }

    private static async Task DropAsync(HttpContext context, Trap met)
    {
        await met.Released;
        context.Abort();
    }
}
