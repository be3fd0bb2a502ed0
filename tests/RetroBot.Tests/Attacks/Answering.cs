using RetroBot.Simulation;
using RetroBot.Tests.Running;

namespace RetroBot.Tests.Attacks;

/// <summary>People answer the card that they were sent.</summary>
internal static class Answering
{
    /// <param name="outcome">One with a second step is answered in full.</param>
    public static async Task AnswerAsync(this World world, SimulatedPerson person, string outcome, CancellationToken ct) =>
        await World.AnswerAsync(world.As(person), world.CardOf(person), outcome, outcome is "helped" or "noDifference" or "costTime" ? World.Details : null, ct);

    /// <summary>The members of the team answer one after the other, the lead last.</summary>
    public static async Task AnswerAsync(this World world, IEnumerable<string> outcomes, CancellationToken ct)
    {
        foreach (var (person, outcome) in world.Team.Members.Skip(1).Append(world.Lead.Person).Zip(outcomes)) await world.AnswerAsync(person, outcome, ct);
    }
}
