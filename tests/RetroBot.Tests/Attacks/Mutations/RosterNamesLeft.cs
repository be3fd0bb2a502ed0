using Microsoft.Extensions.DependencyInjection;
using Moq;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;

namespace RetroBot.Tests.Attacks.Mutations;

/// <summary>The roster is read without names, since ids are all that sending a card takes: redaction knows nobody, and leaves colleagues' names in a story.</summary>
public sealed class RosterNamesLeft : Mutation
{
    public override IReadOnlyList<Type> Helps => [typeof(A24HostileStories)];

    public override void Change(IServiceCollection services) => Wrap<IRoster>(services, (roster, _) =>
    {
        var nameless = new Mock<IRoster>(MockBehavior.Strict);
        nameless.Setup(found => found.OfAsync(It.IsAny<Team>(), It.IsAny<CancellationToken>())).Returns((Team team, CancellationToken ct) => roster.OfAsync(team, ct).Select(member => member with { Name = "" }));
        return nameless.Object;
    });
}
