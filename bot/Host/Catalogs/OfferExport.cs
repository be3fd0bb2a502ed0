using System.Globalization;
using System.Security.Cryptography;
using RetroBot.Cards.Catalogs;
using RetroBot.Core;

namespace RetroBot.Host.Catalogs;

/// <summary>Finds out how large the file will be, and has Teams ask whether it may be saved.</summary>
internal sealed class OfferExport(CatalogFiles catalog, ExportSettings settings, TimeProvider time)
{
    private const int CodeBytes = 16;

    /// <returns>Null where Teams asks now.</returns>
    /// <exception cref="StorageUnavailableException">Storage is out of reach.</exception>
    /// <exception cref="OperationCanceledException">It took too long.</exception>
    public async Task<ExportProblem?> RunAsync(ExportErrand.Offer errand, ExportReply reply, CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(settings.Making, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ct);
        if (await catalog.MeasureAsync(errand.Turn.Tenant, errand.Format, either.Token) is not { } bytes) return ExportProblem.TooLarge;
        var name = string.Create(CultureInfo.InvariantCulture, $"retrobot-catalog-{time.GetUtcNow():yyyy-MM-dd}.{CatalogFiles.ExtensionOf(errand.Format)}");
        return await reply.OfferAsync(new ExportOffer(errand.Format, RandomNumberGenerator.GetHexString(2 * CodeBytes, lowercase: true)), name, bytes, either.Token) ? null : ExportProblem.Broken;
    }
}
