using Microsoft.AspNetCore.Http;

namespace RetroBot.Tests.Crashes;

/// <summary>Counts whole requests, and holds those that a trap is for.</summary>
internal sealed class CallGate : Gate
{
    private readonly Lock gate = new();
    private readonly List<Call> calls = [];
    private readonly Dictionary<string, int> answered = new(StringComparer.Ordinal);
    private readonly Pulse pulse;
    private Trap? trap;
    private (Func<Call, bool> On, Func<Task> Deed)? interlude;
    private Task opened = Task.CompletedTask;
    private int steps;

    private CallGate(string storage, Uri teams, string prefix, Pulse pulse)
        : base(storage, teams, prefix) => this.pulse = pulse;

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
        await started.StartAsync(ct);
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
            (trap, interlude) = (set, null);
        }
    }

    /// <summary>Has something happen elsewhere once, just before a call goes on.</summary>
    public void Before(Func<Call, bool> on, Func<Task> deed)
    {
        lock (gate) interlude = (on, deed);
    }

    /// <summary>Keeps calls waiting until <paramref name="until"/> is over.</summary>
    public void Shut(Task until) => opened = until;

    protected override async Task PassAsync(HttpContext context, PassingRequest request, string name)
    {
        var met = Arrive(request, name, out var before);
        await opened;
        if (before is not null) await before();
        if (met is { Sprung.IsCompleted: true })
        {
            await DropAsync(context, met);
            return;
        }

        var (answer, body) = await OnwardAsync(request);
        using var received = answer;
        met?.Spring();
        lock (gate) answered[name] = answered.GetValueOrDefault(name) + 1;
        if (request.Changes && (name.Contains(" teams t", StringComparison.Ordinal) || name.Contains(" rounds r", StringComparison.Ordinal))) Interlocked.Increment(ref steps);
        pulse.Beat();
        if (met is not null) await DropAsync(context, met);
        else await PassingRequest.ReturnAsync(answer, body, context.Response);
    }

    /// <returns>The trap that this call is caught in, or will be when it is answered.</returns>
    /// <param name="before">What is to happen before it goes on; null for nothing.</param>
    private Trap? Arrive(PassingRequest request, string name, out Func<Task>? before)
    {
        lock (gate)
        {
            before = null;
            var call = new Call(name, calls.Count(earlier => earlier.Name == name) + 1, request.Changes);
            calls.Add(call);
            pulse.Beat();
            if (interlude?.On(call) == true) (before, interlude) = (interlude.Value.Deed, null);
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
