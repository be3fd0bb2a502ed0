using System.Globalization;
using RetroBot.Tests.Running;

namespace RetroBot.Tests.Soak;

/// <summary>How long and how large the soak is: a year of 200 teams in a <see cref="FullRun"/>; with <c>RETROBOT_SOAK</c>, <c>weeks x teams x people in the largest</c>, such as <c>12x40x60</c>; otherwise what ends in about a minute.</summary>
/// <param name="Largest">How many people the largest team may begin with.</param>
/// <param name="Seed">Of all that is left to chance; <c>RETROBOT_SOAK_SEED</c> for another.</param>
internal sealed record SoakSize(int Weeks, int Teams, int Largest, int Seed)
{
    public const int Smallest = 3;

    private const int UsualSeed = 20260;

    public static SoakSize Chosen()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("RETROBOT_SOAK_SEED"), CultureInfo.InvariantCulture, out var given) ? given : UsualSeed;
        var size = Environment.GetEnvironmentVariable("RETROBOT_SOAK") switch
        {
            null or "" => FullRun.IsAsked ? "52x200x500" : "6x8x14",
            var other => other,
        };
        return size.Split('x').Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray() is [var weeks, var teams, var largest]
            ? new SoakSize(weeks, teams, largest, seed)
            : throw new InvalidOperationException("RETROBOT_SOAK is weeks x teams x people in the largest team, such as 12x40x60.");
    }
}
