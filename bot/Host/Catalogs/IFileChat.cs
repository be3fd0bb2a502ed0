using System.Globalization;
using RetroBot.Cards;
using RetroBot.Cards.Catalogs;

namespace RetroBot.Host.Catalogs;

/// <summary>A person's own chat, the only place in which Teams lets a bot give files.</summary>
internal interface IFileChat
{
    /// <summary>Has Teams ask the person whether the file may be saved.</summary>
    /// <returns>Whether Teams took it.</returns>
    Task<bool> OfferAsync(PersonalChat chat, ExportOffer offer, string fileName, long bytes, CultureInfo culture, CancellationToken ct);

    /// <param name="inPlaceOf">The message whose place the card takes; null for a new one. Where that message is not there any more, the card becomes a new one, too.</param>
    /// <returns>The message that now shows the card; null where Teams did not take it.</returns>
    Task<string?> SayAsync(PersonalChat chat, string? inPlaceOf, Card card, CultureInfo culture, CancellationToken ct);

    /// <summary>Shows a file that was saved.</summary>
    /// <param name="inPlaceOf">As for a card.</param>
    Task ShowAsync(PersonalChat chat, string? inPlaceOf, FileDestination file, CultureInfo culture, CancellationToken ct);
}
