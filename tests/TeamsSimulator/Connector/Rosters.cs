using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace RetroBot.Simulation.Connector;

/// <summary>Who is in a conversation, and what a team is.</summary>
internal sealed class Rosters(TeamsDirectory directory)
{
    private const int SmallestPage = 50;
    private const int LargestPage = 500;

    /// <summary>A page size outside 50 to 500 is brought to the nearer bound, as Teams documents.</summary>
    public ConnectorAnswer Page(string conversationId, string? pageSize, string? continuationToken)
    {
        if (RosterOf(conversationId, out var team, out var person) is { } refusal)
            return refusal;
        if (team is null)
            return ConnectorAnswer.Ok(new JsonObject { ["members"] = new JsonArray(Account(person!)) });

        if (!int.TryParse(pageSize ?? "200", NumberStyles.None, CultureInfo.InvariantCulture, out var size))
            return ConnectorErrors.BadSyntax("pageSize is not a number.");
        if (!TryReadToken(team, continuationToken, out var from))
            return ConnectorErrors.BadSyntax("The continuation token is not one of this roster.");

        var (page, next) = team.PageOfMembers(from, Math.Clamp(size, SmallestPage, LargestPage));
        var answer = new JsonObject { ["members"] = new JsonArray([.. page.Select(Account)]) };
        if (next is { } start)
            answer["continuationToken"] = Token(team, start);
        return ConnectorAnswer.Ok(answer);
    }

    /// <summary>One member, by Teams account id or Entra object id.</summary>
    public ConnectorAnswer Member(string conversationId, string memberId)
    {
        if (RosterOf(conversationId, out var team, out var only) is { } refusal)
            return refusal;
        var person = directory.Person(memberId);
        var isIn = person is not null && (team is null ? person == only : team.Has(person));
        return isIn ? ConnectorAnswer.Ok(Account(person!)) : ConnectorErrors.MemberNotFound();
    }

    public ConnectorAnswer Team(string teamId) => ForTeam(teamId, team => new JsonObject
    {
        ["id"] = team.Id,
        ["name"] = team.Name,
        ["aadGroupId"] = team.GroupId.ToString(),
        ["channelCount"] = team.Channels.Count,
        ["memberCount"] = team.MemberCount,
        ["type"] = "standard",
    });

    public ConnectorAnswer Channels(string teamId) => ForTeam(teamId, team => new JsonObject
    {
        ["conversations"] = new JsonArray([.. team.Channels.Select(channel => new JsonObject
        {
            ["id"] = channel.Id,
            ["name"] = channel.Name,
            ["type"] = "standard",
        })]),
    });

    private ConnectorAnswer ForTeam(string teamId, Func<SimulatedTeam, JsonObject> describe) => directory.Team(teamId) switch
    {
        null => ConnectorErrors.ConversationNotFound(),
        { Tenant.HasDisabledTheBot: true } => ConnectorErrors.BotDisabledByAdmin(),
        { HasTheBot: false } => ConnectorErrors.BotNotInConversationRoster(),
        var team => ConnectorAnswer.Ok(describe(team)),
    };

    private ConnectorAnswer? RosterOf(string conversationId, out SimulatedTeam? team, out SimulatedPerson? person)
    {
        var conversation = directory.Conversation(conversationId);
        team = (conversation as Conversation.InChannel)?.Channel.Team;
        person = (conversation as Conversation.Personal)?.Person;
        if (conversation is null)
            return ConnectorErrors.ConversationNotFound();
        if (conversation.Tenant.HasDisabledTheBot)
            return ConnectorErrors.BotDisabledByAdmin();
        return team is { HasTheBot: false } || person is { LacksTheApp: true } ? ConnectorErrors.BotNotInConversationRoster() : null;
    }

    private static string Token(SimulatedTeam team, long from) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{team.Id} {from}")));

    private static bool TryReadToken(SimulatedTeam team, string? token, out long from)
    {
        from = 0;
        if (string.IsNullOrEmpty(token))
            return true;
        if (!Base64Url.IsValid(token))
            return false;
        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token)).Split(' ');
        return parts.Length == 2
            && string.Equals(parts[0], team.Id, StringComparison.Ordinal)
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out from);
    }

    private static JsonObject Account(SimulatedPerson person)
    {
        var names = person.Name.Split(' ', 2);
        return new JsonObject
        {
            ["id"] = person.Id,
            ["name"] = person.Name,
            ["objectId"] = person.ObjectId.ToString(),
            ["aadObjectId"] = person.ObjectId.ToString(),
            ["givenName"] = names[0],
            ["surname"] = names.ElementAtOrDefault(1) ?? "",
            ["email"] = person.Email,
            ["userPrincipalName"] = person.Email,
            ["tenantId"] = person.Tenant.Id.ToString(),
            ["userRole"] = "user",
        };
    }
}
