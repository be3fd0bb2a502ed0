using System.Net;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema.Teams;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector.Teams;

/// <inheritdoc cref="ITeamsOperations"/>
public class TeamsOperations : IServiceOperations<TeamsConnectorClient>, ITeamsOperations
{
    private static readonly HttpStatusCode[] Found = [HttpStatusCode.OK, HttpStatusCode.Created, HttpStatusCode.Accepted];

    public TeamsOperations(TeamsConnectorClient client) => Client = client ?? throw new ArgumentNullException(nameof(client));

    public TeamsConnectorClient Client { get; private set; }

    public Task<HttpOperationResponse<ConversationList>> FetchChannelListWithHttpMessagesAsync(
        string teamId, Dictionary<string, List<string>> customHeaders = null, CancellationToken cancellationToken = default) =>
        GetAsync<ConversationList>($"{TeamPath(teamId)}/conversations", customHeaders, cancellationToken);

    public Task<HttpOperationResponse<TeamDetails>> FetchTeamDetailsWithHttpMessagesAsync(
        string teamId, Dictionary<string, List<string>> customHeaders = null, CancellationToken cancellationToken = default) =>
        GetAsync<TeamDetails>(TeamPath(teamId), customHeaders, cancellationToken);

    private Task<HttpOperationResponse<T>> GetAsync<T>(string path, Dictionary<string, List<string>> customHeaders, CancellationToken cancellationToken)
    {
        var request = new ConnectorRequest(HttpMethod.Get, path)
        {
            BaseUri = Client.BaseUri,
            Client = Client.HttpClient,
            Credentials = Client.Credentials,
            CustomHeaders = customHeaders,
            Refused = (status, sent, answer) =>
                status == HttpStatusCode.TooManyRequests ? new ThrottleException() : ConnectorRefusal.AsHttpOperation(status, sent, answer),
        };
        return request.SendAsync<T>(Client.DeserializationSettings, Found, cancellationToken);
    }

    private static string TeamPath(string teamId) =>
        "v3/teams/" + Uri.EscapeDataString(teamId ?? throw new ValidationException(ValidationRules.CannotBeNull, nameof(teamId)));
}
