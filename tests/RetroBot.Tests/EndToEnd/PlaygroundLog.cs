using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using RetroBot.Host.Local;

namespace RetroBot.Tests.EndToEnd;

/// <summary>The Playground's log panel, where the messages to people show who are not in front of it.</summary>
internal sealed class PlaygroundLog
{
    private static readonly TimeSpan TimeToArrive = TimeSpan.FromSeconds(60);
    private readonly ConcurrentDictionary<string, string> people = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TaskCompletionSource<ColleaguesCard>> cards = new(StringComparer.Ordinal);

    /// <summary>Call it before the page opens the Playground.</summary>
    public PlaygroundLog(IPage page) => page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) => Read(frame.Text);

    /// <summary>Waits for the first card that the bot sends to somebody.</summary>
    public Task<ColleaguesCard> CardOfAsync(DemoPerson person, CancellationToken ct) => CardOf(person.ChannelAccount).Task.WaitAsync(TimeToArrive, ct);

    private void Read(string? frame)
    {
        if (frame is null || JsonNode.Parse(frame)?["log"] is not JsonObject entry || entry["request"]?["body"] is not JsonObject sent) return;
        var activity = (string?)entry["activityName"];
        if (activity is "createConversation")
        {
            if ((string?)sent["members"]?[0]?["id"] is { } person) people[(string)entry["messageId"]!] = person;
        }
        else if (activity is "message" && people.TryGetValue((string?)sent["conversation"]?["id"] ?? "", out var receiver))
        {
            if (sent["attachments"]?[0]?["content"] is JsonObject card) CardOf(receiver).TrySetResult(new ColleaguesCard(sent, card));
        }
    }

    private TaskCompletionSource<ColleaguesCard> CardOf(string person) =>
        cards.GetOrAdd(person, _ => new TaskCompletionSource<ColleaguesCard>(TaskCreationOptions.RunContinuationsAsynchronously));
}
