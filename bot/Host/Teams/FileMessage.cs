using System.Globalization;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using RetroBot.Cards.Catalogs;
using RetroBot.Host.Catalogs;

namespace RetroBot.Host.Teams;

/// <summary>Teams' own cards about files, each a message.</summary>
internal static class FileMessage
{
    public static Activity Asking(ExportOffer offer, string fileName, long bytes, CultureInfo culture)
    {
        var context = offer.Context(culture);
        var message = (Activity)MessageFactory.Attachment(new Attachment
        {
            ContentType = FileConsentCard.ContentType,
            Name = fileName,
            Content = new FileConsentCard(ExportOffer.Description(culture), bytes, context, context),
        });
        message.Summary = ExportOffer.Summary(culture);
        return message;
    }

    public static Activity Showing(FileDestination file, CultureInfo culture)
    {
        var message = (Activity)MessageFactory.Attachment(new Attachment
        {
            ContentType = FileInfoCard.ContentType,
            Name = file.Name,
            ContentUrl = file.Content.AbsoluteUri,
            Content = new FileInfoCard(file.UniqueId, file.FileType),
        });
        message.Summary = ExportOffer.SavedSummary(file.Name, culture);
        return message;
    }
}
