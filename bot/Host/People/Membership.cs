using RetroBot.Core.People;
using RetroBot.Core.Rounds;

namespace RetroBot.Host.People;

internal sealed record Membership(Team Team, Member Member);
