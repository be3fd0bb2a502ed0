using System.Text.Json.Nodes;
using RetroBot.Host.Storage;
using RetroBot.Simulation.Client;
using RetroBot.Tests.Running;

namespace RetroBot.Tests.Crashes;

/// <summary>One instance of the service, and the gate before all that it calls.</summary>
internal sealed class Instance(RunningService service, CallGate gate, Pulse pulse) : IAsyncDisposable
{
    private const string Look = "storage: GET teams (d…)";

    /// <summary>A look for teams that are due is a call to each.</summary>
    private static readonly int CallsOfLook = Keys.TeamPartitions.Count();

    public CallGate Gate => gate;

    public bool Runs => service.Runs;

    public string Output => service.Output;

    public async Task StartAsync(CancellationToken ct)
    {
        gate.CountAnswersFromHere();
        await service.StartAsync(ct);
        pulse.Beat();
    }

    /// <summary>Waits until it has found that there is nothing to do.</summary>
    /// <param name="calls">What it reads when it starts, beside the teams that are due.</param>
    public Task LookedAsync(IReadOnlyDictionary<string, int> calls, CancellationToken ct) =>
        pulse.WaitUntilAsync(() => Task.FromResult(gate.Answered(Look) is > 0 and var looks && looks % CallsOfLook == 0 && calls.All(call => gate.Answered(call.Key) >= call.Value)), ct);

    /// <summary>Waits until it has looked for teams that are due again and is done with what it found before.</summary>
    public Task LookAgainAsync(CancellationToken ct)
    {
        var seen = gate.Answered(Look);
        return pulse.WaitUntilAsync(() => Task.FromResult(gate.Answered(Look) >= seen + (2 * CallsOfLook)), ct);
    }

    public Task KillAsync() => service.KillAsync();

    /// <summary>Somebody in Teams says or presses something.</summary>
    /// <returns>Null when no answer came: the service was killed.</returns>
    public Task<BotAnswer?> PostAsync(JsonObject activity, CancellationToken ct)
    {
        activity["serviceUrl"] = gate.Teams.AbsoluteUri;
        return service.PostAsync(activity, ct);
    }

    public async ValueTask DisposeAsync()
    {
        await service.DisposeAsync();
        await gate.DisposeAsync();
    }
}
