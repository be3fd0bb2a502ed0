using System.Security.Cryptography;
using RetroBot.Core.Deliveries;

namespace RetroBot.Host.Catalogs;

/// <summary>Puts a file where a person has allowed it, as patiently as the place asks.</summary>
internal sealed class FileUpload(IHttpClientFactory clients, TimeProvider time)
{
    /// <summary>Of the client, which follows no redirections.</summary>
    public const string Client = "upload";

    /// <summary>Bytes. Parts, but for the last, are multiples of 320 KiB.</summary>
    public const int Unit = 320 * 1024;

    private const int LargestPart = 16 * Unit;
    private const int Attempts = 6;

    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(3);

    /// <param name="file">From its beginning.</param>
    /// <param name="arrived">Told after each part how many per cent are there.</param>
    public async Task<UploadOutcome> SendAsync(Uri address, Stream file, Func<int, Task> arrived, CancellationToken ct)
    {
        using var http = clients.CreateClient(Client);
        var session = new UploadSession(http, address, file.Length, time);
        var isOver = false;
        try
        {
            var outcome = await SendAsync(session, file, arrived, ct);
            isOver = outcome is not (UploadOutcome.Refused or UploadOutcome.OutOfReach);
            return outcome;
        }
        finally
        {
            if (!isOver) await AbandonAsync(session);
        }
    }

    private async Task<UploadOutcome> SendAsync(UploadSession session, Stream file, Func<int, Task> arrived, CancellationToken ct)
    {
        var buffer = new byte[Math.Min(LargestPart, file.Length)];
        var (next, tries, isLastInDoubt) = (0L, 0, false);
        while (true)
        {
            file.Position = next;
            var part = buffer.AsMemory(0, await file.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, ct));
            switch (await session.PutAsync(part, next, ct))
            {
                case UploadStep.Whole when next + part.Length == file.Length:
                    return new UploadOutcome.Arrived();
                case UploadStep.Gone:
                    return isLastInDoubt ? new UploadOutcome.Unconfirmed() : new UploadOutcome.Expired();
                case UploadStep.Refused(var status):
                    return new UploadOutcome.Refused(status);
                case UploadStep.WantsMore(var more) when more > next && more < file.Length:
                    (next, tries) = (more, 0);
                    await arrived((int)(100 * next / file.Length));
                    break;
                case UploadStep.NotNow(var after, var isInDoubt) when ++tries < Attempts:
                    isLastInDoubt |= isInDoubt && next + part.Length == file.Length;
                    await Task.Delay(Backoff.After(after, tries - 1, RandomNumberGenerator.GetInt32(1000) / 1000.0).ToTimeSpan(), time, ct);
                    break;
                default:
                    return isLastInDoubt ? new UploadOutcome.Unconfirmed() : new UploadOutcome.OutOfReach();
            }
        }
    }

    /// <summary>Half a file is left nowhere.</summary>
    private async Task AbandonAsync(UploadSession session)
    {
        using var limit = new CancellationTokenSource(Farewell, time);
        try
        {
            await session.AbandonAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            // It expires by itself.
        }
    }
}
