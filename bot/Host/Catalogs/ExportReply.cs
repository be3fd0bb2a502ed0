using System.Globalization;
using RetroBot.Cards;
using RetroBot.Cards.Catalogs;

namespace RetroBot.Host.Catalogs;

/// <summary>The one message in which a program owner sees what becomes of an export.</summary>
/// <param name="message">Where it stands already; null where nothing does.</param>
internal sealed class ExportReply(IFileChat files, PersonalChat chat, CultureInfo culture, string? message)
{
    private string? shown = message;

    public async Task SayAsync(Card card, CancellationToken ct) => shown = await files.SayAsync(chat, shown, card, culture, ct) ?? shown;

    public Task ShowAsync(FileDestination file, CancellationToken ct) => files.ShowAsync(chat, shown, file, culture, ct);

    public Task<bool> OfferAsync(ExportOffer offer, string fileName, long bytes, CancellationToken ct) => files.OfferAsync(chat, offer, fileName, bytes, culture, ct);
}
