using System.Globalization;
using System.Text;
using AdaptiveCards;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using RetroBot.Cards;

namespace RetroBot.Host.Teams;

/// <summary>The one place where a card becomes part of an activity.</summary>
internal static class CardMessage
{
    /// <summary>A message that carries the card, with a summary that reads well in a notification.</summary>
    /// <param name="mentioned">Who is named above the card, and told of it by Teams; null for nobody.</param>
    public static Activity Of(Card card, CultureInfo culture, ChannelAccount? mentioned = null)
    {
        var message = (Activity)MessageFactory.Attachment(new Attachment { ContentType = AdaptiveCard.ContentType, Content = ContentOf(card, culture) });
        message.Summary = card.Summary(culture);
        if (mentioned is null) return message;

        // Teams puts the name where the message holds the very text of the mention. Only what would end the tag is encoded: some clients show codes of other letters as they are.
        var name = new StringBuilder(mentioned.Name).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
        var mention = new Mention(mentioned, $"<at>{name}</at>");
        (message.Text, message.Entities) = (mention.Text, [mention]);
        return message;
    }

    /// <summary>The answer to an <c>adaptiveCard/action</c> invoke: the card replaces the one whose button was pressed.</summary>
    public static AdaptiveCardInvokeResponse Reply(Card card, CultureInfo culture) => new()
    {
        StatusCode = StatusCodes.Status200OK,
        Type = AdaptiveCard.ContentType,
        // Written as it is: read into objects first, it would only be written out again.
        Value = new JRaw(card.Render(culture).ToJson()),
    };

    private static JObject ContentOf(Card card, CultureInfo culture) => JObject.Parse(card.Render(culture).ToJson());
}
