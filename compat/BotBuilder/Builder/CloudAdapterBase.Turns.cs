using System.Net;
using System.Security.Claims;
using System.Security.Principal;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

public abstract partial class CloudAdapterBase
{
    public override Task ContinueConversationAsync(string botAppId, ConversationReference reference, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return ProcessProactiveAsync(CreateClaimsIdentity(botAppId), reference.GetContinuationActivity(), null, callback, cancellationToken);
    }

    public override Task ContinueConversationAsync(ClaimsIdentity claimsIdentity, ConversationReference reference, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return ProcessProactiveAsync(claimsIdentity, reference.GetContinuationActivity(), null, callback, cancellationToken);
    }

    public override Task ContinueConversationAsync(string botAppId, Activity continuationActivity, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(callback);
        ArgumentNullException.ThrowIfNull(continuationActivity);
        if (continuationActivity.Conversation is null)
            throw new ArgumentException("The activity to continue from names no conversation.", nameof(continuationActivity));
        if (continuationActivity.ServiceUrl is null)
            throw new ArgumentException("The activity to continue from names no service URL.", nameof(continuationActivity));

        return ProcessProactiveAsync(CreateClaimsIdentity(botAppId), continuationActivity, null, callback, cancellationToken);
    }

    public override async Task CreateConversationAsync(
        string botAppId, string channelId, string serviceUrl, string audience, ConversationParameters conversationParameters, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(serviceUrl))
            throw new ArgumentNullException(nameof(serviceUrl));
        ArgumentNullException.ThrowIfNull(conversationParameters);
        ArgumentNullException.ThrowIfNull(callback);

        var identity = CreateClaimsIdentity(botAppId);
        identity.AddClaim(new Claim(AuthenticationConstants.ServiceUrlClaim, serviceUrl));

        var connectors = BotFrameworkAuthentication.CreateConnectorFactory(identity);
        using var connector = await connectors.CreateAsync(serviceUrl, audience, cancellationToken);
        var created = await connector.Conversations.CreateConversationAsync(conversationParameters, cancellationToken);

        using var context = CreateTurnContext(Created(created, channelId, serviceUrl, conversationParameters), identity, null, connector, callback, connectors);
        await RunPipelineAsync(context, callback, cancellationToken);
    }

    protected async Task ProcessProactiveAsync(
        ClaimsIdentity claimsIdentity, Activity continuationActivity, string audience, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        var connectors = BotFrameworkAuthentication.CreateConnectorFactory(claimsIdentity);
        using var connector = await connectors.CreateAsync(continuationActivity.ServiceUrl, audience, cancellationToken);
        using var context = CreateTurnContext(continuationActivity, claimsIdentity, audience, connector, callback, connectors);
        await RunPipelineAsync(context, callback, cancellationToken);
    }

    /// <exception cref="UnauthorizedAccessException">The header proves nothing.</exception>
    protected async Task<InvokeResponse> ProcessActivityAsync(string authHeader, Activity activity, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        var caller = await BotFrameworkAuthentication.AuthenticateRequestAsync(activity, authHeader, cancellationToken);
        return await ProcessActivityAsync(caller, activity, callback, cancellationToken);
    }

    protected async Task<InvokeResponse> ProcessActivityAsync(
        AuthenticateRequestResult authenticateRequestResult, Activity activity, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        var caller = authenticateRequestResult;
        activity.CallerId = caller.CallerId;

        using var connector = await caller.ConnectorFactory.CreateAsync(activity.ServiceUrl, caller.Audience, cancellationToken);
        using var context = CreateTurnContext(activity, caller.ClaimsIdentity, caller.Audience, connector, callback, caller.ConnectorFactory);
        await RunPipelineAsync(context, callback, cancellationToken);
        return AnswerOf(context);
    }

    private static Activity Created(ConversationResourceResponse conversation, string channelId, string serviceUrl, ConversationParameters parameters) => new()
    {
        Type = ActivityTypes.Event,
        Name = ActivityEventNames.CreateConversation,
        ChannelId = channelId,
        ServiceUrl = serviceUrl,
        Id = conversation.ActivityId ?? Guid.NewGuid().ToString("n"),
        Conversation = new ConversationAccount { Id = conversation.Id, TenantId = parameters.TenantId },
        ChannelData = parameters.ChannelData,
        Recipient = parameters.Bot,
    };

    private TurnContext CreateTurnContext(
        Activity activity, ClaimsIdentity identity, string audience, IConnectorClient connector, BotCallbackHandler callback, ConnectorFactory connectors)
    {
        var context = new TurnContext(this, activity);
        context.TurnState.Add<IIdentity>(BotIdentityKey, identity);
        context.TurnState.Add(connector);
        context.TurnState.Add(callback);
        context.TurnState.Add(connectors);
        context.TurnState.Set(OAuthScopeKey, audience);
        return context;
    }

    private static InvokeResponse AnswerOf(TurnContext context)
    {
        if (context.Activity.DeliveryMode == DeliveryModes.ExpectReplies)
            return new InvokeResponse { Status = (int)HttpStatusCode.OK, Body = new ExpectedReplies { Activities = context.BufferedReplyActivities } };

        if (context.Activity.Type != ActivityTypes.Invoke)
            return null;

        return context.TurnState.Get<Activity>(InvokeResponseKey) is { } answer
            ? (InvokeResponse)answer.Value
            : new InvokeResponse { Status = (int)HttpStatusCode.NotImplemented };
    }
}
