using RetroBot.Cards.Diagnosis;
using RetroBot.Core;

namespace RetroBot.Host.Diagnosis;

/// <summary>Whether Entra lets RetroBot speak to Teams: secrets and certificates expire unseen.</summary>
internal sealed class IdentityCheck(IBotFrameworkProbe channel) : ICheck
{
    public CheckSubject Subject => CheckSubject.Identity;

    public async Task<Finding> LookAsync(CancellationToken ct)
    {
        if (!channel.IsNeeded) return new Finding.Works(new Remark.Plain(CheckMessage.NothingIsSigned));
        try
        {
            await channel.SignInAsync(ct);
            return new Finding.Works(new Remark.Plain(CheckMessage.IdentityKnown));
        }
        catch (ChannelUnavailableException)
        {
            return new Finding.Fails(new Remark.Plain(CheckMessage.IdentityRefused));
        }
    }
}
