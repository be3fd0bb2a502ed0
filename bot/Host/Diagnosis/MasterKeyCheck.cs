using RetroBot.Cards.Diagnosis;
using RetroBot.Host.Privacy;

namespace RetroBot.Host.Diagnosis;

/// <summary>Asks for the master key where it is kept, not what this instance remembers of it.</summary>
internal sealed class MasterKeyCheck(IMasterKeySource source, MasterKeyRing ring) : ICheck
{
    public CheckSubject Subject => CheckSubject.MasterKey;

    public async Task<Finding> LookAsync(CancellationToken ct)
    {
        if (await IsThereAsync(ct)) return new Finding.Works(new Remark.Plain(CheckMessage.MasterKeyThere));
        return await IsKnownAsync(ct)
            ? new Finding.NeedsAttention(new Remark.Plain(CheckMessage.MasterKeyOutOfReach))
            : new Finding.Fails(new Remark.Plain(CheckMessage.MasterKeyMissing));
    }

    private async Task<bool> IsThereAsync(CancellationToken ct)
    {
        try
        {
            using var key = await source.ReadAsync(await source.NewestAsync(ct), ct);
            return key is not null;
        }
        catch (MasterKeyException)
        {
            return false;
        }
    }

    private async Task<bool> IsKnownAsync(CancellationToken ct)
    {
        try
        {
            await ring.NewestAsync(ct);
            return true;
        }
        catch (MasterKeyException)
        {
            return false;
        }
    }
}
