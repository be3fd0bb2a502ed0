using Microsoft.Extensions.DependencyInjection;
using RetroBot.Core.CheckIns;
using RetroBot.Core.Rounds;
using RetroBot.Host;
using RetroBot.Host.Rounds;

namespace RetroBot.Tests.Attacks.Mutations;

/// <summary>"status" says how many have answered so far.</summary>
public sealed class StatusCountsAnswers : Mutation
{
    public override IReadOnlyList<Type> Helps => [typeof(A1FourOfNineAnswer), typeof(A5WhileTheRoundIsOpen)];

    public override void Change(IServiceCollection services) => Wrap<ICommand>(services, (command, provider) => command is not StatusCommand ? command : new TalkativeStatus(
        command, provider.GetRequiredService<ITeamStore>(), async (round, ct) => $"{await provider.GetRequiredService<IAnswerStore>().OfAsync(round, ct).CountAsync(ct)} answers so far"));
}
