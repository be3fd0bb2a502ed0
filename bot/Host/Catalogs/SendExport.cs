using RetroBot.Cards.Catalogs;
using RetroBot.Core;

namespace RetroBot.Host.Catalogs;

/// <summary>Makes the file anew and puts it where the person allowed. The message that asked shows how far it is, and at last the file.</summary>
internal sealed partial class SendExport(CatalogFiles catalog, FileUpload upload, ExportSettings settings, TimeProvider time, ILogger<SendExport> logger)
{
    /// <returns>Null where the file is there.</returns>
    /// <exception cref="StorageUnavailableException">Storage is out of reach.</exception>
    /// <exception cref="OperationCanceledException">It took too long.</exception>
    public async Task<ExportProblem?> RunAsync(ExportErrand.Upload errand, ExportReply reply, CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(settings.Sending, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ct);
        await reply.SayAsync(new ExportUnderWayCard(Percent: null), either.Token);
        var outcome = await SendAsync(errand, reply, either.Token);
        if (outcome is UploadOutcome.Refused(var status)) Log.Refused(logger, status);
        if (outcome is not UploadOutcome.Arrived) return ProblemOf(outcome);

        Log.Exported(logger, errand.Turn.Tenant.Value, errand.Format);
        await reply.ShowAsync(errand.To, ct);
        return null;
    }

    /// <returns>Null where the file is larger than what is sent.</returns>
    private async Task<UploadOutcome?> SendAsync(ExportErrand.Upload errand, ExportReply reply, CancellationToken ct)
    {
        await using var file = await catalog.MakeAsync(errand.Turn.Tenant, errand.Format, ct);
        return file is null ? null : await upload.SendAsync(errand.To.Upload, file, percent => reply.SayAsync(new ExportUnderWayCard(percent), ct), ct);
    }

    private static ExportProblem ProblemOf(UploadOutcome? outcome) => outcome switch
    {
        null => ExportProblem.TooLarge,
        UploadOutcome.Expired => ExportProblem.Expired,
        UploadOutcome.Unconfirmed => ExportProblem.Unconfirmed,
        UploadOutcome.OutOfReach => ExportProblem.OutOfReach,
        _ => ExportProblem.Refused,
    };

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "The catalog of tenant {Tenant} was exported in a chat as {Format}.")]
        public static partial void Exported(ILogger logger, string tenant, ExportFormat format);

        [LoggerMessage(Level = LogLevel.Warning, Message = "OneDrive or SharePoint refused an export with {Status}.")]
        public static partial void Refused(ILogger logger, int status);
    }
}
