using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Moq;
using RetroBot.Host;
using RetroBot.Host.Rounds;

namespace RetroBot.Tests.Attacks.Mutations;

/// <summary>What lets a developer close a round at once is on in production, too.</summary>
public sealed class DevelopmentShortcut : Mutation
{
    public override IReadOnlyList<Type> Helps => [typeof(A25LowerReopenCloseEarly)];

    public override void Change(IServiceCollection services) => Wrap<ICommand>(services, (command, provider) =>
        command is CloseNowCommand ? ActivatorUtilities.CreateInstance<CloseNowCommand>(provider, Mock.Of<IHostEnvironment>(environment => environment.EnvironmentName == Environments.Development)) : command);
}
