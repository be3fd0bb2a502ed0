using System.Globalization;
using RetroBot.Core.Rounds;

namespace RetroBot.Host.Rounds;

/// <summary>Where a team is reached, as an activity of its own told.</summary>
/// <param name="Bot">RetroBot's own account id there.</param>
internal sealed record TeamPlace(TeamId Id, string Name, string Channel, Uri ServiceUrl, string Bot, CultureInfo Culture);
