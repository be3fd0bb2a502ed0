using System.Text.Json.Nodes;
using RetroBot.Host.Local;

namespace RetroBot.Tests.EndToEnd;

/// <summary>The Playground's log panel, where every message of the bot shows, also to people who are not in front of it.</summary>
internal sealed class PlaygroundLog
{
    private static readonly TimeSpan TimeToArrive = TimeSpan.FromSeconds(60);
    private readonly Lock gate = new();
    private readonly List<LoggedCard> cards = [];
    private readonly Dictionary<string, string> chats = new(StringComparer.Ordinal);
    private TaskCompletionSource more = NewSignal();

    /// <summary>Waits for a card with this text in the chat of somebody who is not in front of the Playground.</summary>
    public Task<LoggedCard> CardOfAsync(DemoPerson person, string text, CancellationToken ct) =>
        FindAsync(card => card.Holds(text) && chats.TryGetValue(card.Conversation, out var owner) && owner == person.ChannelAccount, ct);

    /// <summary>Waits for a card with this text that took the place of another in the chat of the person in front of the Playground.</summary>
    public Task<LoggedCard> OwnCardAsync(string text, CancellationToken ct) => FindAsync(card => card.Holds(text) && card.Conversation == DemoTenant.PersonalChat, ct);

    /// <summary>Waits for a post with this text in the team's first channel: the post as it stands, if it was changed.</summary>
    public Task<LoggedCard> PostAsync(string text, CancellationToken ct) => FindAsync(card => card.Holds(text) && card.Conversation == DemoTenant.TeamConversation, ct);

    /// <summary>Presses something in front of the Playground, and waits until the answer has come, which may look like the card that was there.</summary>
    public async Task AnsweredAsync(Func<Task> press, CancellationToken ct)
    {
        int before;
        lock (gate) before = cards.Count(card => card.IsAnswer);
        await press();
        await FindAsync(card => card.IsAnswer, ct, atLeast: before + 1);
    }

    /// <summary>The latest that suits, once there are enough of them.</summary>
    private async Task<LoggedCard> FindAsync(Func<LoggedCard, bool> suits, CancellationToken ct, int atLeast = 1)
    {
        while (true)
        {
            Task another;
            lock (gate)
            {
                if (cards.Count(suits) >= atLeast) return cards.Last(suits);
                another = more.Task;
            }
            await another.WaitAsync(TimeToArrive, ct);
        }
    }

    /// <summary>Takes what the Playground tells the page.</summary>
    public void Read(string frame)
    {
        if (JsonNode.Parse(frame)?["log"] is not JsonObject entry || entry["request"]?["body"] is not JsonObject sent) return;
        var activity = (string?)entry["activityName"];
        lock (gate)
        {
            if (activity is "createConversation")
            {
                if ((string?)sent["members"]?[0]?["id"] is { } person) chats[(string)entry["messageId"]!] = person;
            }
            else if (activity is "message" && sent["attachments"]?[0]?["content"] is JsonObject card)
            {
                cards.Add(new LoggedCard(sent, (string)entry["messageId"]!, card));
            }
            else if (activity is "invoke" && entry["response"]?["body"]?["value"] is JsonObject shown)
            {
                cards.Add(new LoggedCard(sent, (string)entry["messageId"]!, shown));
            }
            more.SetResult();
            more = NewSignal();
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
