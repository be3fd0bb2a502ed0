using Microsoft.Extensions.DependencyInjection;
using RetroBot.Cards;
using RetroBot.Cards.Welcome;
using RetroBot.Core.CheckIns;
using RetroBot.Core.Rounds;
using RetroBot.Host;
using RetroBot.Host.Digests;
using RetroBot.Host.Privacy;

namespace RetroBot.Tests.Attacks.Mutations;

/// <summary>"help" that shows the digest as it stands, with every rule that the digest at the end has.</summary>
public sealed class DigestOnDemand : Mutation
{
    public override IReadOnlyList<Type> Helps => [typeof(A5WhileTheRoundIsOpen)];

    public override void Change(IServiceCollection services) => services.AddSingleton<ICommand, Command>();

    private sealed class Command(ITeamStore teams, IRoundStore rounds, IAnswerStore answers, RoundKeys keys, DigestCards cards) : ICommand
    {
        public RetroBot.Cards.Commands.Command Name => RetroBot.Cards.Commands.Command.Help;

        public bool InChannel => true;

        public async Task<Card> HandleAsync(Turn turn, CancellationToken ct)
        {
            if (await teams.FindAsync(turn.Team!, ct) is not { Value: { Latest: { } latest } team }) return new HelpCard(HelpScope.Channel);
            if (await rounds.FindAsync(new RoundId(team.Id, latest.Name), ct) is not { Value: { Key: { } wrapped } round }) return new HelpCard(HelpScope.Channel);
            using var key = await keys.UnwrapAsync(round.Id, wrapped, ct);
            var given = await answers.OfAsync(round.Id, ct).Select(answer => AnswerCodec.Decode(key.Open(answer), round.Tools)).ToListAsync(ct);
            return await cards.OfAsync(team, round.ClosedWith(Tally.Of(given), earlier: []), own: null, ct);
        }
    }
}
