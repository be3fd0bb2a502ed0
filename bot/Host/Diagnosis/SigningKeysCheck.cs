using RetroBot.Cards.Diagnosis;
using RetroBot.Core;

namespace RetroBot.Host.Diagnosis;

/// <summary>Whether RetroBot can tell Teams' messages from others: a firewall that lets nothing out keeps everything from coming in.</summary>
internal sealed class SigningKeysCheck(IBotFrameworkProbe channel) : ICheck
{
    public CheckSubject Subject => CheckSubject.SigningKeys;

    public async Task<Finding> LookAsync(CancellationToken ct)
    {
        if (!channel.IsNeeded) return new Finding.Works(new Remark.Plain(CheckMessage.NothingIsSigned));
        try
        {
            await channel.FindKeysAsync(ct);
            return new Finding.Works(new Remark.Plain(CheckMessage.SigningKeysThere));
        }
        catch (ChannelUnavailableException)
        {
            return new Finding.Fails(new Remark.Plain(CheckMessage.SigningKeysOutOfReach));
        }
    }
}
