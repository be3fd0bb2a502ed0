using Microsoft.Bot.Schema.Teams;

namespace Microsoft.Bot.Connector.Teams;

/// <summary>The operations without their HTTP messages.</summary>
public static class TeamsOperationsExtensions
{
    public static async Task<ConversationList> FetchChannelListAsync(this ITeamsOperations operations, string teamId, CancellationToken cancellationToken = default)
    {
        using var result = await operations.FetchChannelListWithHttpMessagesAsync(teamId, null, cancellationToken);
        return result.Body;
    }

    public static async Task<TeamDetails> FetchTeamDetailsAsync(this ITeamsOperations operations, string teamId, CancellationToken cancellationToken = default)
    {
        using var result = await operations.FetchTeamDetailsWithHttpMessagesAsync(teamId, null, cancellationToken);
        return result.Body;
    }
}
