using System.Globalization;
using System.Net.Mime;
using Azure.Data.Tables;
using Microsoft.AspNetCore.Http;
using RetroBot.Tests.Crashes;

namespace RetroBot.Tests.Outages;

/// <summary>Stands before storage, counts what is asked of it, and lets one call meet an outage.</summary>
internal sealed class OutageGate : Gate
{
    /// <summary>No answer of a gate is for Teams.</summary>
    private static readonly Uri NoTeams = new("http://127.0.0.1:9/");

    private readonly Lock gate = new();
    private readonly List<Call> calls = [];
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private (Call At, Outage Outage)? planned;
    private int met;

    private readonly Func<string, TableClient> table;

    private OutageGate(string storage, string prefix)
        : base(storage, NoTeams, prefix) => table = name => new TableServiceClient(storage).GetTableClient(prefix + name);

    /// <summary>In the order in which they came, since <see cref="CountFromHere"/>.</summary>
    public IReadOnlyList<Call> Calls
    {
        get
        {
            lock (gate) return [.. calls];
        }
    }

    /// <summary>How many requests met the outage.</summary>
    public int Met
    {
        get
        {
            lock (gate) return met;
        }
    }

    public static async Task<OutageGate> StartAsync(string storage, string prefix, CancellationToken ct)
    {
        var started = new OutageGate(storage, prefix);
        await started.StartAsync(ct);
        return started;
    }

    /// <summary>Forgets the calls until now.</summary>
    /// <param name="at">The call that meets <paramref name="outage"/>, and the next of its name as often as the outage lasts; null for none.</param>
    public void CountFromHere(Call? at = null, Outage? outage = null)
    {
        lock (gate)
        {
            calls.Clear();
            met = 0;
            planned = at is not null && outage is not null ? (at, outage) : null;
        }
    }

    /// <summary>Who still waits for an answer has none.</summary>
    public void End() => ended.TrySetResult();

    protected override async Task PassAsync(HttpContext context, PassingRequest request, string name)
    {
        var outage = Arrive(request, name);
        if (outage is Outage.Gone gone)
        {
            await table(gone.Table).DeleteAsync();
            outage = null;
        }
        if (outage is not { TakesEffect: false })
        {
            var (answer, body) = await OnwardAsync(request);
            using var received = answer;
            if (outage is null)
            {
                await PassingRequest.ReturnAsync(answer, body, context.Response);
                return;
            }
        }
        switch (outage)
        {
            case Outage.Answers answers:
                await AnswerAsync(context.Response, answers);
                break;
            case Outage.Silence:
                await Task.WhenAny(ended.Task, Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted));
                context.Abort();
                break;
            default:
                context.Abort();
                break;
        }
    }

    private Outage? Arrive(PassingRequest request, string name)
    {
        lock (gate)
        {
            var call = new Call(name, calls.Count(earlier => earlier.Name == name) + 1, request.Changes);
            calls.Add(call);
            if (planned is not { } plan || call.Name != plan.At.Name || call.Time < plan.At.Time || met == plan.Outage.Times) return null;
            met++;
            return plan.Outage;
        }
    }

    private static async Task AnswerAsync(HttpResponse response, Outage.Answers answers)
    {
        response.StatusCode = answers.Status;
        response.ContentType = MediaTypeNames.Application.Json;
        response.Headers["x-ms-error-code"] = answers.Code;
        if (answers.RetryAfter is { } seconds) response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        await response.WriteAsync("{\"odata.error\":{\"code\":\"" + answers.Code + "\",\"message\":{\"lang\":\"en-US\",\"value\":\"As planned by a test.\"}}}");
    }
}
