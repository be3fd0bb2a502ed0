using System.Globalization;
using System.Text.Json;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using RetroBot.Cards;
using RetroBot.Cards.CheckIns;
using RetroBot.Core;
using RetroBot.Host.Rounds;

namespace RetroBot.Host.Teams;

/// <summary>Finds the handler of a pressed button, and turns what goes wrong into a card.</summary>
internal sealed partial class CardActionRouter(IEnumerable<ICardAction> actions, Installation installation, ILogger<CardActionRouter> logger)
{
    private readonly Dictionary<string, ICardAction> byVerb = actions.ToDictionary(action => action.Verb, StringComparer.Ordinal);

    public async Task<AdaptiveCardInvokeResponse> HandleAsync(IInvokeActivity activity, AdaptiveCardInvokeAction pressed, CancellationToken ct)
    {
        using var document = JsonDocument.Parse((pressed.Data as JObject)?.ToString(Newtonsoft.Json.Formatting.None) ?? "{}");
        var sent = document.RootElement.Clone();
        // The card that takes its place is in the language of the one that was pressed; a card of an earlier version does not say which.
        var culture = new CardData(sent).Language?.Culture ?? ActivityIdentity.CultureOf(activity);
        return CardMessage.Reply(await AnswerAsync(activity, pressed.Verb ?? "", sent, culture, ct), culture);
    }

    private async Task<Card> AnswerAsync(IInvokeActivity activity, string verb, JsonElement sent, CultureInfo culture, CancellationToken ct)
    {
        if (ActivityIdentity.TurnOf(activity) is not { } turn) return new NotYoursCard();
        if (!byVerb.TryGetValue(verb, out var action)) return new OldCardCard();
        try
        {
            if (turn.Team is { } team) await installation.RefreshAsync(team, name: null, new Uri(activity.ServiceUrl), ct);
            return await action.HandleAsync(turn with { Culture = culture }, new CardData(sent), ct);
        }
        catch (StorageUnavailableException unavailable)
        {
            Log.StorageUnavailable(logger, unavailable, action.Verb);
            return new TryAgainCard(action.Verb, sent);
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            Log.Failed(logger, fault, action.Verb);
            return new TryAgainCard(action.Verb, sent);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Storage was out of reach during {Verb}; the card asks to try again.")]
        public static partial void StorageUnavailable(ILogger logger, Exception fault, string verb);

        [LoggerMessage(Level = LogLevel.Error, Message = "{Verb} failed; the card asks to try again.")]
        public static partial void Failed(ILogger logger, Exception fault, string verb);
    }
}
