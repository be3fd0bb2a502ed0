using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using RetroBot.Simulation.Connector;

namespace RetroBot.Simulation.Files;

/// <summary>The OneDrive of those who consent to a file: upload sessions over HTTP on this machine, and the files that arrived.</summary>
public sealed class SimulatedDrive : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, UploadSession> sessions = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte[]> files = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<DriveRequest> requests = new();
    private readonly ConcurrentQueue<DriveFault?> faults = new();
    private LoopbackServer? server;

    private SimulatedDrive()
    {
    }

    /// <summary>Ends in a slash.</summary>
    public Uri Address => server?.Address ?? throw new InvalidOperationException("Not started.");

    /// <summary>In the order in which they were dealt with.</summary>
    public IReadOnlyList<DriveRequest> Requests => [.. requests];

    /// <summary>Those that arrived whole, by the unique id of the consent.</summary>
    public IReadOnlyDictionary<string, byte[]> Files => files;

    /// <summary>Asked before each request is dealt with: a test may look, or hold it.</summary>
    public Func<Task> Before { get; set; } = () => Task.CompletedTask;

    public static async Task<SimulatedDrive> StartAsync(CancellationToken ct)
    {
        var drive = new SimulatedDrive();
        drive.server = await LoopbackServer.StartAsync(app => app.Map("/upload/{id}", drive.HandleAsync), ct);
        return drive;
    }

    /// <summary>The next requests meet these, one each; null for one that goes well.</summary>
    public void Meet(params IEnumerable<DriveFault?> next)
    {
        foreach (var fault in next)
            faults.Enqueue(fault);
    }

    /// <summary>A place for a file, as Teams tells a bot whose file was accepted.</summary>
    /// <returns>The <c>uploadInfo</c> of the invoke.</returns>
    public JsonObject NewUpload(string name)
    {
        var id = Guid.NewGuid().ToString("D").ToUpperInvariant();
        sessions[id] = new UploadSession();
        return new JsonObject
        {
            ["name"] = name,
            ["uploadUrl"] = new Uri(Address, $"upload/{id}?tempauth=secret").AbsoluteUri,
            ["contentUrl"] = new Uri(Address, $"personal/documents/{name}").AbsoluteUri,
            ["uniqueId"] = id,
            ["fileType"] = Path.GetExtension(name).TrimStart('.'),
        };
    }

    /// <summary>Time is up for every file that is on its way.</summary>
    public void ExpireAll() => sessions.Clear();

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
            await server.DisposeAsync();
    }

    private async Task HandleAsync(HttpContext context)
    {
        await Before();
        var request = context.Request;
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, context.RequestAborted);
        faults.TryDequeue(out var fault);
        var id = (string)request.RouteValues["id"]!;
        var status = fault is null or { TakesEffect: true } ? Serve(id, request, body.ToArray()) : 0;
        var told = fault is null ? status : fault.Status;
        requests.Enqueue(new DriveRequest(request.Method, request.Headers.ContentRange, request.Headers.Authorization.Count > 0, told));
        if (told is not { } answer)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = answer;
        if (fault?.RetryAfter is { } wait)
            context.Response.Headers.RetryAfter = Fault.InSeconds(wait);
        if (fault?.Location is { } elsewhere)
            context.Response.Headers.Location = elsewhere.AbsoluteUri;
        if (answer is 200 or 202 && sessions.TryGetValue(id, out var open))
            await context.Response.WriteAsJsonAsync(new JsonObject { ["nextExpectedRanges"] = new JsonArray(string.Create(CultureInfo.InvariantCulture, $"{open.Next}-")) });
    }

    private int Serve(string id, HttpRequest request, byte[] body)
    {
        if (!sessions.TryGetValue(id, out var session))
            return 404;
        switch (request.Method)
        {
            case "GET":
                return 200;
            case "DELETE":
                sessions.TryRemove(id, out _);
                return 204;
            case "PUT":
                var status = session.Put(ContentRangeHeaderValue.TryParse(request.Headers.ContentRange, out var range) ? range : null, body);
                if (session.File is { } file && sessions.TryRemove(id, out _))
                    files[id] = file;
                return status;
            default:
                return 405;
        }
    }
}
