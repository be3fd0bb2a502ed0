using System.Globalization;
using RetroBot.Cards;
using RetroBot.Core.Rounds;

namespace RetroBot.Host.Teams;

/// <summary>The language that RetroBot speaks to a team as a whole.</summary>
internal static class TeamCulture
{
    public static CultureInfo Of(Team team) => Languages.Nearest(team.Culture).Culture;
}
