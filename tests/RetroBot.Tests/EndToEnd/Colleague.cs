using System.Net.Http.Json;
using System.Text.Json.Nodes;
using RetroBot.Cards.CaseStudies;
using RetroBot.Cards.CheckIns;
using RetroBot.Host.Local;

namespace RetroBot.Tests.EndToEnd;

/// <summary>Somebody of the team who is not in front of the browser: what they press or write is posted to the service as Teams would.</summary>
internal sealed class Colleague(HttpClient service, PlaygroundLog log, DemoPerson person)
{
    private static readonly HashSet<string> Ticked = new(StringComparer.Ordinal) { "underFifteenMinutes", "lessTedious", "compared" };

    /// <summary>Takes the check-in card of a week, says that AI helped, fills in the second step, and saves.</summary>
    /// <returns>The card that stands there in the end.</returns>
    public async Task<JsonObject> AnswerAsync(string week, CancellationToken ct)
    {
        var question = await log.CardOfAsync(person, week, ct);
        var details = await PressAsync(question, CheckInCard.Verb, question.Button(CheckInCard.Verb, data => CheckInCard.Parse(data) == OutcomeChoice.Helped), ct);

        var answer = LoggedCard.Button(details, CheckInDetailsCard.Verb, _ => true);
        foreach (var (input, ticked) in new CardOnScreen(details).Ticked(Ticked)) answer[input] = ticked;
        return await PressAsync(question, CheckInDetailsCard.Verb, answer, ct);
    }

    /// <summary>Presses a vote under the first case study of a digest.</summary>
    /// <returns>The digest as they see it then.</returns>
    public Task<JsonObject> VoteAsync(LoggedCard digest, VoteChoice choice, CancellationToken ct) =>
        PressAsync(digest, StoryVote.Verb, digest.Button(StoryVote.Verb, data => StoryVote.Of(data)?.Choice == choice), ct);

    /// <summary>Answers a post in the channel, mentioning the bot. What it says to that stands in the same thread.</summary>
    public async Task ReplyAsync(LoggedCard post, string text, CancellationToken ct)
    {
        var message = Activity(post, "message");
        message["conversation"]!["id"] = $"{post.Conversation};messageid={post.MessageId}";
        message["text"] = $"<at>{DemoTenant.BotName}</at> {text}";
        message["entities"] = new JsonArray(new JsonObject { ["type"] = "mention", ["text"] = $"<at>{DemoTenant.BotName}</at>", ["mentioned"] = post.Message["from"]!.DeepClone() });
        using var response = await service.PostAsJsonAsync((Uri?)null, message, ct);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Presses what a button of a card would send.</summary>
    public async Task<JsonObject> PressAsync(LoggedCard on, string verb, JsonObject data, CancellationToken ct)
    {
        var invoke = Activity(on, "invoke");
        invoke["name"] = "adaptiveCard/action";
        invoke["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data.DeepClone() } };
        using var response = await service.PostAsJsonAsync((Uri?)null, invoke, ct);
        response.EnsureSuccessStatusCode();
        var answer = await response.Content.ReadFromJsonAsync<JsonObject>(ct);
        return answer?["value"] as JsonObject ?? throw new InvalidOperationException($"The button {verb} was answered with {answer}");
    }

    private JsonObject Activity(LoggedCard at, string type)
    {
        var inChannel = at.Conversation == DemoTenant.TeamConversation;
        var channelData = new JsonObject { ["tenant"] = new JsonObject { ["id"] = DemoTenant.Id.Value } };
        if (inChannel)
        {
            channelData["team"] = new JsonObject { ["id"] = DemoTenant.TeamConversation, ["name"] = DemoTenant.TeamName };
            channelData["channel"] = new JsonObject { ["id"] = DemoTenant.TeamConversation };
        }
        return new JsonObject
        {
            ["type"] = type,
            ["id"] = Guid.NewGuid().ToString(),
            ["channelId"] = "msteams",
            ["serviceUrl"] = at.Message["serviceUrl"]!.DeepClone(),
            ["from"] = new JsonObject { ["id"] = person.ChannelAccount, ["aadObjectId"] = person.User.Value, ["name"] = person.Name },
            ["recipient"] = new JsonObject { ["id"] = DemoTenant.Bot, ["name"] = DemoTenant.BotName },
            ["conversation"] = new JsonObject { ["id"] = at.Conversation, ["conversationType"] = inChannel ? "channel" : "personal", ["tenantId"] = DemoTenant.Id.Value },
            ["channelData"] = channelData,
        };
    }
}
