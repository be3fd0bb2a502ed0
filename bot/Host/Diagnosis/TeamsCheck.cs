using RetroBot.Cards.Diagnosis;
using RetroBot.Core;
using RetroBot.Core.Rounds;
using RetroBot.Host.CaseStudies;
using RetroBot.Host.Deliveries;

namespace RetroBot.Host.Diagnosis;

/// <summary>Reads the team's roster, as everything that RetroBot asks of Teams: with its own identity, and in its turn.</summary>
internal sealed class TeamsCheck(TeamMembers members) : ITeamCheck
{
    public CheckSubject Subject => CheckSubject.Teams;

    public async Task<Finding> LookAsync(Team team, CancellationToken ct)
    {
        try
        {
            return new Finding.Works(new Remark.Counted(CheckMessage.Members, (await members.OfAsync(team, ct)).Count));
        }
        catch (ChannelUnavailableException refused)
        {
            return refused.InnerException switch
            {
                ChannelBusyException => new Finding.NeedsAttention(new Remark.Plain(CheckMessage.TeamsBusy)),
                OperationCanceledException => new Finding.Fails(new Remark.Plain(CheckMessage.TookTooLong)),
                _ => new Finding.Fails(new Remark.Plain(CheckMessage.TeamsRefuses)),
            };
        }
    }
}
