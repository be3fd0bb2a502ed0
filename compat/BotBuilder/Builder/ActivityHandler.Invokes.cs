using System.Net;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Builder;

public partial class ActivityHandler
{
    protected static InvokeResponse CreateInvokeResponse(object body = null) => new() { Status = (int)HttpStatusCode.OK, Body = body };

    protected virtual async Task<InvokeResponse> OnInvokeActivityAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
    {
        try
        {
            return turnContext.Activity.Name switch
            {
                "adaptiveCard/action" => CreateInvokeResponse(await OnAdaptiveCardInvokeAsync(turnContext, ReadCardInvoke(turnContext.Activity.Value), cancellationToken)),
                _ => throw new InvokeResponseException(HttpStatusCode.NotImplemented),
            };
        }
        catch (InvokeResponseException refusal)
        {
            return refusal.CreateInvokeResponse();
        }
    }

    protected virtual Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(
        ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken) =>
        throw new InvokeResponseException(HttpStatusCode.NotImplemented);

    private async Task AnswerInvokeAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        var answer = await OnInvokeActivityAsync(new DelegatingTurnContext<IInvokeActivity>(turnContext), cancellationToken);

        // The handler may have answered by itself already.
        if (answer is not null && turnContext.TurnState.Get<Activity>(BotAdapter.InvokeResponseKey) is null)
            await turnContext.SendActivityAsync(new Activity { Type = ActivityTypesEx.InvokeResponse, Value = answer }, cancellationToken);
    }

    private static AdaptiveCardInvokeValue ReadCardInvoke(object value)
    {
        if (value is null)
            throw BadRequest("BadRequest", "Missing value property");

        AdaptiveCardInvokeValue invoke;
        try
        {
            invoke = (value as JObject)?.ToObject<AdaptiveCardInvokeValue>();
        }
        catch (Exception malformed) when (malformed is JsonException or FormatException or ArgumentException or OverflowException)
        {
            invoke = null;
        }

        return invoke switch
        {
            null => throw BadRequest("BadRequest", "Value property is not properly formed"),
            { Action: null } => throw BadRequest("BadRequest", "Missing action property"),
            { Action.Type: not "Action.Execute" } => throw BadRequest("NotSupported", $"The action '{invoke.Action.Type}'is not supported."),
            _ => invoke,
        };
    }

    private static InvokeResponseException BadRequest(string code, string message) => new(HttpStatusCode.BadRequest, new AdaptiveCardInvokeResponse
    {
        StatusCode = (int)HttpStatusCode.BadRequest,
        Type = "application/vnd.microsoft.error",
        Value = new Error { Code = code, Message = message },
    });
}
