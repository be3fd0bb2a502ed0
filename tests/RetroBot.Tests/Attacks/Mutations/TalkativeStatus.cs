using RetroBot.Cards;
using RetroBot.Cards.Commands;
using RetroBot.Cards.Rounds;
using RetroBot.Core.Rounds;
using RetroBot.Host;

namespace RetroBot.Tests.Attacks.Mutations;

/// <summary>"status" of an open round with one thing more.</summary>
internal sealed class TalkativeStatus(ICommand status, ITeamStore teams, Func<RoundId, CancellationToken, ValueTask<string>> more) : ICommand
{
    public Command Name => status.Name;

    public bool InChannel => status.InChannel;

    public async Task<Card> HandleAsync(Turn turn, CancellationToken ct)
    {
        var card = await status.HandleAsync(turn, ct);
        if (card is not StatusCard { Status: RoundStatus.Open } open || await teams.FindAsync(turn.Team!, ct) is not { Value: { Latest: { } latest } team }) return card;
        return open with { TeamName = $"{open.TeamName}, {await more(new RoundId(team.Id, latest.Name), ct)}" };
    }
}
