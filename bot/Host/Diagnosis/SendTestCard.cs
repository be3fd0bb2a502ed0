using RetroBot.Cards;
using RetroBot.Cards.Diagnosis;
using RetroBot.Core.Deliveries;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;
using RetroBot.Host.Deliveries;
using RetroBot.Host.Rounds;

namespace RetroBot.Host.Diagnosis;

/// <summary>Sends the lead who asks one card, to themselves: the whole way is tried, and nobody else is troubled. Nothing of it is stored.</summary>
internal sealed partial class SendTestCard(LeadDesk desk, ChatBook chats, IPreferenceStore preferences, ITestSender sender, TimeProvider time, ILogger<SendTestCard> logger) : ICardAction
{
    /// <summary>A person waits, and Teams gives up after about 15 s.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    public string Verb => TestSentCard.Verb;

    public Task<Card> HandleAsync(Turn turn, CardData data, CancellationToken ct) => desk.ForLeadAsync(turn, async team => new TestSentCard(await TryAsync(turn, team.Value, ct)), ct);

    /// <returns>Null where it was sent.</returns>
    private async Task<NotSent?> TryAsync(Turn turn, Team team, CancellationToken ct)
    {
        // What was noted of the chat before is not believed: that is what the test is for.
        var (known, language) = ((await chats.OfAsync(turn.Tenant, turn.User, ct)).Chat, (await preferences.OfAsync(turn.Tenant, turn.User, ct)).Language);
        using var limit = new CancellationTokenSource(Patience, time);
        var result = await sender.SendAsync(team, turn.Account, known.Conversation, language, limit.Token);
        if (result is SendResult.Impossible(var reason)) Log.Impossible(logger, reason);
        return WhyNotSent.Of(result);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "A test card could not be sent: {Reason}.")]
        public static partial void Impossible(ILogger logger, string reason);
    }
}
