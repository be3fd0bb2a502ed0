using RetroBot.Simulation.Connector;
using RetroBot.Tests.Deliveries;
using RetroBot.Tests.Running;

namespace RetroBot.Tests.Faults;

/// <summary>A team of four in whose round one call meets one fault, once.</summary>
public sealed class FaultedRound
{
    /// <summary>The member whose card it is.</summary>
    public const int Person = 2;

    private const int Members = 4;
    private readonly World world;
    private readonly FaultedCall call;
    private readonly KnownFault known;

    private FaultedRound(World world, FaultedCall call, KnownFault known) => (this.world, this.call, this.known) = (world, call, known);

    /// <summary>Whether the call was made.</summary>
    public bool IsMet { get; private set; }

    public static async Task<FaultedRound> OpenAsync(World host, FaultedCall call, KnownFault known, CancellationToken ct)
    {
        var round = new FaultedRound(host.Beside(Members), call, known);
        await round.world.InstallAsync(ct);
        // Whoever writes to RetroBot has a chat with it.
        if (call == FaultedCall.Send) await round.world.As(round.world.Team.Members[Person]).SayInPersonalAsync("help", ct);
        await round.world.Lead.SayInChannelAsync(round.world.Team.General, "open now", ct: ct);
        host.Teams.Faults.Add(known.Fault, round.Meets);
        return round;
    }

    public async Task<FaultedOutcome> OutcomeAsync(CancellationToken ct)
    {
        var person = world.Team.Members[Person];
        return new FaultedOutcome(
            world.Teams.Record.Of(world.Card(), world.Team.Members.Where(member => member != person)),
            world.Teams.Record.Total(world.Card()) - (Members - 1),
            await world.StatusAsync(ct));
    }

    public override string ToString() => $"{call}: {known}";

    private bool Meets(ConnectorRequest request) => call.Is(request, world) && (IsMet = true);
}
