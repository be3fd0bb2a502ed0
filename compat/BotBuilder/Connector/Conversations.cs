using System.Globalization;
using System.Net;
using Microsoft.Bot.Schema;
using Microsoft.Rest;
using Newtonsoft.Json;

namespace Microsoft.Bot.Connector;

/// <inheritdoc cref="IConversations"/>
public class Conversations : IServiceOperations<ConnectorClient>, IConversations
{
    private static readonly HttpStatusCode[] Sent = [HttpStatusCode.OK, HttpStatusCode.Created, HttpStatusCode.Accepted];
    private static readonly HttpStatusCode[] Deleted = [HttpStatusCode.OK, HttpStatusCode.Accepted];
    private static readonly HttpStatusCode[] Found = [HttpStatusCode.OK];

    public Conversations(ConnectorClient client) => Client = client ?? throw new ArgumentNullException(nameof(client));

    public ConnectorClient Client { get; private set; }

    public Task<HttpOperationResponse<ConversationResourceResponse>> CreateConversationWithHttpMessagesAsync(
        ConversationParameters parameters, Dictionary<string, List<string>> customHeaders = null, CancellationToken cancellationToken = default) =>
        Request(HttpMethod.Post, "v3/conversations", customHeaders, Body(parameters, nameof(parameters)))
            .SendAsync<ConversationResourceResponse>(Client.DeserializationSettings, Sent, cancellationToken);

    public Task<HttpOperationResponse<ResourceResponse>> SendToConversationWithHttpMessagesAsync(
        string conversationId, Activity activity, Dictionary<string, List<string>> customHeaders = null, CancellationToken cancellationToken = default) =>
        Request(HttpMethod.Post, $"v3/conversations/{Segment(conversationId, nameof(conversationId))}/activities", customHeaders, Body(activity, nameof(activity)))
            .SendAsync<ResourceResponse>(Client.DeserializationSettings, Sent, cancellationToken);

    public Task<HttpOperationResponse<ResourceResponse>> ReplyToActivityWithHttpMessagesAsync(
        string conversationId, string activityId, Activity activity, Dictionary<string, List<string>> customHeaders = null, CancellationToken cancellationToken = default) =>
        Request(HttpMethod.Post, ActivityPath(conversationId, activityId), customHeaders, Body(activity, nameof(activity)))
            .SendAsync<ResourceResponse>(Client.DeserializationSettings, Sent, cancellationToken);

    public Task<HttpOperationResponse<ResourceResponse>> UpdateActivityWithHttpMessagesAsync(
        string conversationId, string activityId, Activity activity, Dictionary<string, List<string>> customHeaders = null, CancellationToken cancellationToken = default) =>
        Request(HttpMethod.Put, ActivityPath(conversationId, activityId), customHeaders, Body(activity, nameof(activity)))
            .SendAsync<ResourceResponse>(Client.DeserializationSettings, Sent, cancellationToken);

    public async Task<HttpOperationResponse> DeleteActivityWithHttpMessagesAsync(
        string conversationId, string activityId, Dictionary<string, List<string>> customHeaders = null, CancellationToken cancellationToken = default) =>
        await Request(HttpMethod.Delete, ActivityPath(conversationId, activityId), customHeaders)
            .SendAsync<object>(Client.DeserializationSettings, Deleted, cancellationToken);

    /// <exception cref="HttpOperationException">The page was refused: unlike every other call here, this one does not read the error's body.</exception>
    public Task<HttpOperationResponse<PagedMembersResult>> GetConversationPagedMembersWithHttpMessagesAsync(
        string conversationId, int? pageSize = default, string continuationToken = default, Dictionary<string, List<string>> customHeaders = null, CancellationToken cancellationToken = default)
    {
        var query = new List<string>(2);
        if (pageSize is { } size)
            query.Add("pageSize=" + size.ToString(CultureInfo.InvariantCulture));
        if (continuationToken is not null)
            query.Add("continuationToken=" + Uri.EscapeDataString(continuationToken));

        var path = $"v3/conversations/{Segment(conversationId, nameof(conversationId))}/pagedmembers";
        var request = Request(HttpMethod.Get, query.Count == 0 ? path : $"{path}?{string.Join('&', query)}", customHeaders) with { Refused = ConnectorRefusal.AsHttpOperation };
        return request.SendAsync<PagedMembersResult>(Client.DeserializationSettings, Found, cancellationToken);
    }

    public Task<HttpOperationResponse<ChannelAccount>> GetConversationMemberWithHttpMessagesAsync(
        string userId, string conversationId, Dictionary<string, List<string>> customHeaders = null, CancellationToken cancellationToken = default) =>
        Request(HttpMethod.Get, $"v3/conversations/{Segment(conversationId, nameof(conversationId))}/members/{Segment(userId, nameof(userId))}", customHeaders)
            .SendAsync<ChannelAccount>(Client.DeserializationSettings, Found, cancellationToken);

    private ConnectorRequest Request(HttpMethod method, string path, Dictionary<string, List<string>> customHeaders, string content = null) => new(method, path)
    {
        BaseUri = Client.BaseUri,
        Client = Client.HttpClient,
        Credentials = Client.Credentials,
        CustomHeaders = customHeaders,
        Content = content,
        Refused = ConnectorRefusal.AsErrorResponse,
    };

    private string Body(object value, string name) => JsonConvert.SerializeObject(NotNull(value, name), Client.SerializationSettings);

    private static string ActivityPath(string conversationId, string activityId) =>
        $"v3/conversations/{Segment(conversationId, nameof(conversationId))}/activities/{Segment(activityId, nameof(activityId))}";

    private static string Segment(string id, string name) => Uri.EscapeDataString(NotNull(id, name));

    private static T NotNull<T>(T value, string name)
        where T : class => value ?? throw new ValidationException(ValidationRules.CannotBeNull, name);
}
