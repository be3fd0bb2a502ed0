using System.Globalization;
using System.Text;
using AdaptiveCards;
using Newtonsoft.Json;

namespace RetroBot.Cards;

/// <summary>What RetroBot shows: a typed model that draws itself in the reader's language.</summary>
public abstract record Card
{
    /// <summary>Bytes of JSON that no card exceeds: Teams refuses larger messages, and phones draw them slowly.</summary>
    public const int LargestBytes = 25 * 1024;

    private const string Schema = "1.5";

    public AdaptiveCard Render(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        var card = new AdaptiveCard(Schema)
        {
            Rtl = culture.TextInfo.IsRightToLeft ? true : null,
            FallbackText = Summary(culture),
        };
        Fill(card, Texts.ForCards(culture));
        return card;
    }

    /// <summary>The card in a sentence or two that can be read alone: a toast, a list of chats, a client that shows no cards.</summary>
    public string Summary(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return Summarize(Texts.ForPlainText(culture));
    }

    private protected abstract void Fill(AdaptiveCard card, Texts texts);

    private protected abstract string Summarize(Texts texts);

    /// <summary>Of the JSON as it is sent.</summary>
    private protected static int BytesOf(object part) => Encoding.UTF8.GetByteCount(JsonConvert.SerializeObject(part));
}
