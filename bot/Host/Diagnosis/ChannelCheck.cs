using RetroBot.Cards.Diagnosis;
using RetroBot.Core.Rounds;

namespace RetroBot.Host.Diagnosis;

/// <summary>Nothing is posted to find out whether something can be posted: whoever reads the answer knows.</summary>
internal sealed class ChannelCheck : ITeamCheck
{
    public CheckSubject Subject => CheckSubject.Channel;

    public Task<Finding> LookAsync(Team team, CancellationToken ct) => Task.FromResult<Finding>(new Finding.Works(new Remark.Plain(CheckMessage.ChannelAnswers)));
}
