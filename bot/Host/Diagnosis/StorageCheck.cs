using RetroBot.Cards.Diagnosis;
using RetroBot.Core;

namespace RetroBot.Host.Diagnosis;

internal sealed class StorageCheck(IStorageProbe storage) : ICheck
{
    public CheckSubject Subject => CheckSubject.Storage;

    public async Task<Finding> LookAsync(CancellationToken ct)
    {
        try
        {
            await storage.TouchAsync(ct);
            return new Finding.Works(new Remark.Plain(CheckMessage.StorageAnswers));
        }
        catch (StorageTooNewException)
        {
            return new Finding.Fails(new Remark.Plain(CheckMessage.StorageTooNew));
        }
        catch (StorageUnavailableException)
        {
            return new Finding.Fails(new Remark.Plain(CheckMessage.StorageSilent));
        }
    }
}
