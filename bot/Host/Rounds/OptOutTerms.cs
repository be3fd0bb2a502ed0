using RetroBot.Cards.Rounds;
using RetroBot.Core.Rounds;

namespace RetroBot.Host.Rounds;

/// <summary>What the tools card's grounds mean in Core, and the other way round.</summary>
internal static class OptOutTerms
{
    private static readonly (GroundChoice Choice, OptOutGround Ground)[] All =
    [
        (GroundChoice.NotAllowed, OptOutGround.NotAllowed), (GroundChoice.DataProtection, OptOutGround.DataProtection), (GroundChoice.Quality, OptOutGround.Quality), (GroundChoice.NoTimeSaved, OptOutGround.NoTimeSaved),
        (GroundChoice.Cost, OptOutGround.Cost), (GroundChoice.DoesNotFit, OptOutGround.DoesNotFit), (GroundChoice.Replaced, OptOutGround.Replaced), (GroundChoice.Other, OptOutGround.Other),
    ];

    public static OptOutGround Of(GroundChoice choice) => All.Single(one => one.Choice == choice).Ground;

    public static GroundChoice Of(OptOutGround ground) => All.Single(one => one.Ground == ground).Choice;
}
