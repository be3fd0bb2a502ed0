using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using RetroBot.Cards.People;
using RetroBot.Cards.Rounds;
using RetroBot.Host;
using RetroBot.Simulation.Connector;
using RetroBot.Tests.Running;

namespace RetroBot.Tests.Attacks;

/// <summary>Everything that a team's lead gets to see: what is posted in the channel and in their own chat, as it stood at any time, toasts with it, and what they get for asking.</summary>
internal sealed partial class LeadsView(World world)
{
    /// <summary>What a lead may hope for, beside the commands and buttons that there are.</summary>
    private static readonly string[] Guesses = ["digest", "results", "answers", "report", "preview", "who answered", "how many answered"];

    /// <summary>Commands and buttons that change what is asked about.</summary>
    private static readonly string[] Moves = ["open now", "close now", "stop", "pause", StoppedCard.Verb, PausedCard.Verb, SetupCard.Verb];

    private readonly List<string> answers = [];

    /// <summary>Asks in the channel whatever can be asked there without changing anything.</summary>
    public async Task LookAsync(CancellationToken ct)
    {
        foreach (var command in world.Bot.Services.GetServices<ICommand>().Where(command => command.InChannel && !Moves.Contains(command.Words, StringComparer.Ordinal)))
            await world.Lead.SayInChannelAsync(world.Team.General, command.Words, ct: ct);
    }

    /// <summary>Besides, asks for what there may be, here and in their own chat, and presses every button that there is on whatever stands in the channel.</summary>
    public async Task RummageAsync(CancellationToken ct)
    {
        await LookAsync(ct);
        var services = world.Bot.Services;
        foreach (var words in services.GetServices<ICommand>().Select(command => command.Words).Except(Moves, StringComparer.Ordinal).Concat(Guesses))
        {
            await world.Lead.SayInChannelAsync(world.Team.General, words, ct: ct);
            await world.Lead.SayInPersonalAsync(words, ct);
        }

        var post = world.Teams.Posts(world.Team.General)[^1];
        foreach (var verb in services.GetServices<ICardAction>().Select(action => action.Verb).Except(Moves, StringComparer.Ordinal).Concat(Guesses))
            answers.Add((await world.Lead.InvokeAsync(post, verb, data: null, ct)).Text);
    }

    /// <summary>What was seen so far, without what differs between any two teams: ids of people, chats and posts.</summary>
    public string Seen()
    {
        var sent = world.Teams.Requests.All.Select(recorded => recorded.Request)
            .Where(request => request.Person == world.Lead.Person || request.ConversationId?.StartsWith(world.Team.General.Id, StringComparison.Ordinal) == true)
            .Where(request => request.Operation is not (ConnectorOperation.GetMember or ConnectorOperation.GetPagedMembers or ConnectorOperation.CreateConversation))
            .Select(request => $"{request.Operation} {request.Body}");
        return Codes().Replace(Known().Aggregate(string.Join('\n', [.. sent, .. answers]), (text, id) => text.Replace(id.Key, id.Value, StringComparison.OrdinalIgnoreCase)), "\"${name}\":\"a code\"");
    }

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

    /// <summary>Codes that bind a card to its recipient, and the ids by which the channel calls activities.</summary>
    [GeneratedRegex("\"(?<name>ticket|replyToId|id)\": *\"[^\"]*\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Codes();
}
