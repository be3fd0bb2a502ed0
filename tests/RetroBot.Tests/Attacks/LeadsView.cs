using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using RetroBot.Cards;
using RetroBot.Cards.Commands;
using RetroBot.Cards.People;
using RetroBot.Cards.Rounds;
using RetroBot.Host;
using RetroBot.Simulation.Client;
using RetroBot.Simulation.Connector;
using RetroBot.Tests.Running;

namespace RetroBot.Tests.Attacks;

/// <summary>Everything that a team's lead gets to see: what is posted in the channel and in their own chat, as it stood at any time, toasts with it, and what they get for asking.</summary>
internal sealed partial class LeadsView(World world)
{
    /// <summary>The call to Teams from which on the lead looks.</summary>
    private int from;

    /// <summary>What a lead may hope for, beside the commands and buttons that there are.</summary>
    private static readonly string[] Guesses = ["digest", "results", "answers", "report", "preview", "who answered", "how many answered"];

    private static readonly Uri[] Pages = [new("/api/catalog.json", UriKind.Relative), new("/api/catalog.csv", UriKind.Relative), new("/privacy", UriKind.Relative)];

    /// <summary>Commands and buttons that change what is asked about.</summary>
    private static readonly string[] Moves = ["open now", "close now", "stop", "pause", StoppedCard.Verb, PausedCard.Verb, DeleteDataCard.Verb, LanguageCard.Verb, SetupCard.Verb];

    private readonly List<BotAnswer> answers = [];

    /// <summary>A lead who forgets what was there before.</summary>
    public static LeadsView FromNowOn(World world) => new(world) { from = world.Teams.Requests.All.Count };

    /// <summary>Asks in the channel whatever can be asked there without changing anything.</summary>
    public async Task LookAsync(CancellationToken ct)
    {
        foreach (var command in world.Bot.Services.GetServices<ICommand>().Where(command => command.InChannel).Select(WordsOf).Except(Moves, StringComparer.Ordinal))
            await world.Lead.SayInChannelAsync(world.Team.General, command, ct: ct);
    }

    /// <summary>Besides, asks for what there may be, here and in their own chat, presses every button that there is on whatever stands in either, and opens what a browser opens.</summary>
    public async Task RummageAsync(CancellationToken ct)
    {
        await LookAsync(ct);
        var services = world.Bot.Services;
        foreach (var words in services.GetServices<ICommand>().Select(WordsOf).Except(Moves, StringComparer.Ordinal).Concat(Guesses))
        {
            await world.Lead.SayInChannelAsync(world.Team.General, words, ct: ct);
            await world.Lead.SayInPersonalAsync(words, ct);
        }

        var post = world.Teams.Posts(world.Team.General)[^1];
        foreach (var verb in services.GetServices<ICardAction>().Select(action => action.Verb).Except(Moves, StringComparer.Ordinal).Concat(Guesses))
            answers.Add(await world.Lead.InvokeAsync(post, verb, data: null, ct));
        await PressAsync(ct);
        foreach (var page in Pages)
        {
            using var response = await world.Bot.Http.GetAsync(page, ct);
            answers.Add(new BotAnswer(response.StatusCode, await response.Content.ReadAsStringAsync(ct)));
        }
    }

    /// <summary>Every card, in every version that was seen.</summary>
    public IEnumerable<JsonElement> Cards() =>
    [
        .. Received().Select(request => request.Body).Where(body => body.ValueKind == JsonValueKind.Object && body.TryGetProperty("attachments", out var attachments) && attachments.ValueKind == JsonValueKind.Array)
            .SelectMany(body => body.GetProperty("attachments").EnumerateArray()).Select(attachment => attachment.GetProperty("content")),
        .. answers.Where(answer => answer.Text.StartsWith("{\"statusCode\"", StringComparison.Ordinal)).Select(answer => answer.Card).OfType<JsonElement>(),
    ];

    /// <summary>What was seen so far, without what differs between any two teams: ids of people, chats and posts.</summary>
    public string Seen()
    {
        var sent = Received().Select(request => $"{request.Operation} {request.Body}");
        return Codes().Replace(Known().Aggregate(string.Join('\n', [.. sent, .. answers.Select(answer => answer.Text)]), (text, id) => text.Replace(id.Key, id.Value, StringComparison.OrdinalIgnoreCase)), "\"${name}\":\"a code\"");
    }

    /// <summary>What Teams was told to put before the lead's eyes.</summary>
    private IEnumerable<ConnectorRequest> Received() => world.Teams.Requests.All.Skip(from).Select(recorded => recorded.Request)
        .Where(request => request.Person == world.Lead.Person || request.ConversationId?.StartsWith(world.Team.General.Id, StringComparison.Ordinal) == true)
        .Where(request => request.Operation is not (ConnectorOperation.GetMember or ConnectorOperation.GetPagedMembers or ConnectorOperation.CreateConversation));

    /// <summary>Every different button once, on whatever stands in the channel and in the lead's own chat.</summary>
    private async Task PressAsync(CancellationToken ct)
    {
        var buttons = world.Teams.Posts(world.Team.General).Concat(world.Teams.Inbox(world.Lead.Person)).Where(activity => activity is { Card: not null, IsDeleted: false })
            .SelectMany(activity => CardAction.AllOn(activity.Card!.Value).Select(action => (On: activity, Action: action)))
            .Where(button => !Moves.Contains(button.Action.Verb, StringComparer.Ordinal))
            .DistinctBy(button => $"{button.Action.Verb} {button.Action.Data}", StringComparer.Ordinal);
        foreach (var (on, action) in buttons.ToList())
            answers.Add(await world.Lead.InvokeAsync(on, action.Verb, action.Data.ValueKind == JsonValueKind.Object ? JsonObject.Create(action.Data.Clone()) : null, ct));
    }

    private static string WordsOf(ICommand command) => CommandWords.Of(command.Name, Languages.English);

    private Dictionary<string, string> Known()
    {
        var team = world.Team;
        var known = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { [team.General.Id] = "the team", [team.GroupId.ToString()] = "the group", [team.Tenant.Id.ToString()] = "the tenant" };
        foreach (var (index, person) in team.Members.Index())
        {
            (known[person.Id], known[person.ObjectId.ToString()]) = ($"account {index}", $"person {index}");
            foreach (var activity in world.Teams.Inbox(person).Take(1)) known[activity.ConversationId] = $"chat {index}";
        }
        return known;
    }

    /// <summary>Codes that bind a card to its recipient, and the ids of case studies, activities and requests.</summary>
    [GeneratedRegex("\"(?<name>ticket|story|replyToId|traceId|id)\": *\"[^\"]*\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Codes();
}
