using Microsoft.Extensions.DependencyInjection;
using RetroBot.Core.Deliveries;
using RetroBot.Core.Rounds;
using RetroBot.Host;
using RetroBot.Host.Rounds;

namespace RetroBot.Tests.Attacks.Mutations;

/// <summary>"status" says how many cards are sent: against the roster, that is how many people stopped or paused.</summary>
public sealed class StatusCountsCards : Mutation
{
    public override IReadOnlyList<Type> Helps => [typeof(A7WhoStopped)];

    public override void Change(IServiceCollection services) => Wrap<ICommand>(services, (command, provider) => command is not StatusCommand ? command : new TalkativeStatus(
        command, provider.GetRequiredService<ITeamStore>(), async (round, ct) => $"{await provider.GetRequiredService<ILedger>().OfAsync(round, ct).CountAsync(ct)} cards sent"));
}
