using RetroBot.Cards.CaseStudies;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.Deliveries;
using RetroBot.Core.People;
using RetroBot.Host.Deliveries;
using RetroBot.Host.Digests;

namespace RetroBot.Host.CaseStudies;

/// <summary>Brings a recipe to whoever asked for it, while they wait.</summary>
/// <remarks>What is learned of a person's chat is not noted: the time of the note would tell that they asked.</remarks>
internal sealed partial class RecipeDelivery(ChatBook chats, IPreferenceStore preferences, VoteKeys keys, IRecipeSender sender, RecentRecipes recent, TimeProvider time, ILogger<RecipeDelivery> logger)
{
    /// <summary>A person waits, and Teams gives up after about 15 s.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    /// <returns>Null where it was sent, now or a moment ago; else why they do not have it, or perhaps not.</returns>
    public Task<RecipeNotSent?> SendAsync(Turn turn, PostedDigest digest, CaseStudy study, CancellationToken ct) =>
        recent.OnceAsync(turn.User, study.Id, () => TrySendAsync(turn, digest, study, ct));

    private async Task<RecipeNotSent?> TrySendAsync(Turn turn, PostedDigest digest, CaseStudy study, CancellationToken ct)
    {
        var known = (await chats.OfAsync(turn.Tenant, turn.User, ct)).Chat;
        if (known.Refusal is { } state) return Of(state);

        var ticket = study.VoteKey is { } key ? await keys.TicketAsync(study.Id, key, turn.User, ct) : null;
        var recipe = new Recipe(digest.Team, digest.Round, study, ticket, (await preferences.OfAsync(turn.Tenant, turn.User, ct)).Language);
        using var limit = new CancellationTokenSource(Patience, time);
        return Of(await sender.SendAsync(recipe, turn.Account, known.Conversation, limit.Token));
    }

    private RecipeNotSent? Of(SendResult result)
    {
        switch (result)
        {
            case SendResult.Sent:
                return null;
            case SendResult.Unknown:
                return RecipeNotSent.Unconfirmed;
            case SendResult.Refused(var state):
                return Of(state);
            case SendResult.TryLater:
                return RecipeNotSent.Busy;
            case SendResult.Impossible(var reason):
                Log.Impossible(logger, reason);
                return RecipeNotSent.Refused;
            default:
                return RecipeNotSent.Refused;
        }
    }

    private static RecipeNotSent Of(DeliveryState state) => state switch
    {
        DeliveryState.NotInstalled => RecipeNotSent.NotInstalled,
        DeliveryState.Blocked => RecipeNotSent.Blocked,
        _ => RecipeNotSent.Refused,
    };

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "A recipe could not be sent: {Reason}. It was shown in the channel, to whoever asked for it.")]
        public static partial void Impossible(ILogger logger, string reason);
    }
}
