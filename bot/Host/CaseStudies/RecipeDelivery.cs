using RetroBot.Cards;
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
    public Task<NotSent?> SendAsync(Turn turn, PostedDigest digest, CaseStudy study, CancellationToken ct) =>
        recent.OnceAsync(turn.User, study.Id, () => TrySendAsync(turn, digest, study, ct));

    private async Task<NotSent?> TrySendAsync(Turn turn, PostedDigest digest, CaseStudy study, CancellationToken ct)
    {
        var known = (await chats.OfAsync(turn.Tenant, turn.User, ct)).Chat;
        if (known.Refusal is { } state) return WhyNotSent.Of(state);

        var ticket = study.VoteKey is { } key ? await keys.TicketAsync(study.Id, key, turn.User, ct) : null;
        var recipe = new Recipe(digest.Team, digest.Round, study, ticket, (await preferences.OfAsync(turn.Tenant, turn.User, ct)).Language);
        using var limit = new CancellationTokenSource(Patience, time);
        var result = await sender.SendAsync(recipe, turn.Account, known.Conversation, limit.Token);
        if (result is SendResult.Impossible(var reason)) Log.Impossible(logger, reason);
        return WhyNotSent.Of(result);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "A recipe could not be sent: {Reason}. It was shown in the channel, to whoever asked for it.")]
        public static partial void Impossible(ILogger logger, string reason);
    }
}
