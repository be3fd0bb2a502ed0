using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Teams;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Builder.Teams;

/// <summary>Asks Teams about the team or chat of a turn. Outside a team the calls that need one throw an <see cref="InvalidOperationException"/>.</summary>
public static class TeamsInfo
{
    public static async Task<TeamDetails> GetTeamDetailsAsync(ITurnContext turnContext, string teamId = null, CancellationToken cancellationToken = default)
    {
        var id = TeamOf(turnContext, teamId);
        using var teams = TeamsConnectorOf(turnContext);
        return await teams.Teams.FetchTeamDetailsAsync(id, cancellationToken);
    }

    public static async Task<IList<ChannelInfo>> GetTeamChannelsAsync(ITurnContext turnContext, string teamId = null, CancellationToken cancellationToken = default)
    {
        var id = TeamOf(turnContext, teamId);
        using var teams = TeamsConnectorOf(turnContext);
        return (await teams.Teams.FetchChannelListAsync(id, cancellationToken)).Conversations;
    }

    public static Task<TeamsPagedMembersResult> GetPagedTeamMembersAsync(
        ITurnContext turnContext, string teamId = null, string continuationToken = default, int? pageSize = default, CancellationToken cancellationToken = default) =>
        PageOfAsync(turnContext, TeamOf(turnContext, teamId), pageSize, continuationToken, cancellationToken);

    public static Task<TeamsPagedMembersResult> GetPagedMembersAsync(
        ITurnContext turnContext, int? pageSize = default, string continuationToken = default, CancellationToken cancellationToken = default) =>
        PageOfAsync(turnContext, TeamOrChatOf(turnContext), pageSize, continuationToken, cancellationToken);

    public static Task<TeamsChannelAccount> GetTeamMemberAsync(ITurnContext turnContext, string userId, string teamId = null, CancellationToken cancellationToken = default) =>
        MemberOfAsync(turnContext, TeamOf(turnContext, teamId), userId, cancellationToken);

    public static Task<TeamsChannelAccount> GetMemberAsync(ITurnContext turnContext, string userId, CancellationToken cancellationToken = default) =>
        MemberOfAsync(turnContext, TeamOrChatOf(turnContext), userId, cancellationToken);

    private static async Task<TeamsPagedMembersResult> PageOfAsync(
        ITurnContext turnContext, string conversationId, int? pageSize, string continuationToken, CancellationToken cancellationToken)
    {
        var page = await ConnectorOf(turnContext).Conversations.GetConversationPagedMembersAsync(conversationId, pageSize, continuationToken, cancellationToken);
        return new TeamsPagedMembersResult(page.ContinuationToken, page.Members);
    }

    private static async Task<TeamsChannelAccount> MemberOfAsync(ITurnContext turnContext, string conversationId, string userId, CancellationToken cancellationToken)
    {
        if (userId is null)
            throw new InvalidOperationException("Reading a member needs the member's id.");

        var member = await ((Conversations)ConnectorOf(turnContext).Conversations).GetConversationMemberAsync(userId, conversationId, cancellationToken);
        return JObject.FromObject(member).ToObject<TeamsChannelAccount>();
    }

    private static string TeamOf(ITurnContext turnContext, string teamId) =>
        teamId ?? turnContext.Activity.TeamsGetTeamInfo()?.Id ?? throw new InvalidOperationException("The turn is not in a team, and no team id is given.");

    private static string TeamOrChatOf(ITurnContext turnContext) =>
        turnContext.Activity.TeamsGetTeamInfo()?.Id
        ?? turnContext.Activity.Conversation?.Id
        ?? throw new InvalidOperationException("Reading members needs the id of a conversation.");

    private static IConnectorClient ConnectorOf(ITurnContext turnContext) =>
        turnContext.TurnState.Get<IConnectorClient>() ?? throw new InvalidOperationException("The turn has no connector client.");

    private static TeamsConnectorClient TeamsConnectorOf(ITurnContext turnContext)
    {
        var connector = ConnectorOf(turnContext);
        return new TeamsConnectorClient(connector.BaseUri, connector.Credentials, (connector as ConnectorClient)?.HttpClient, disposeHttpClient: false);
    }
}
