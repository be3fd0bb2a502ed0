using System.Net.Mime;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using RetroBot.Simulation.Limits;

namespace RetroBot.Simulation.Connector;

/// <summary>The connector's HTTP side: authorisation, limits, latencies, scripted faults, the log, and the way to the operation.</summary>
internal sealed class ConnectorEndpoints(TeamsSimulator simulator, TeamsDirectory directory, ChangeSignal changes)
{
    private readonly Messages messages = new(directory, simulator.Record);
    private readonly Rosters rosters = new(directory);
    private readonly Throttle throttle = new(simulator.Time);

    public void Map(WebApplication app)
    {
        Map("POST", "/v3/conversations", ConnectorOperation.CreateConversation);
        Map("POST", "/v3/conversations/{conversationId}/activities", ConnectorOperation.SendToConversation);
        Map("POST", "/v3/conversations/{conversationId}/activities/{activityId}", ConnectorOperation.ReplyToActivity);
        Map("PUT", "/v3/conversations/{conversationId}/activities/{activityId}", ConnectorOperation.UpdateActivity);
        Map("DELETE", "/v3/conversations/{conversationId}/activities/{activityId}", ConnectorOperation.DeleteActivity);
        Map("GET", "/v3/conversations/{conversationId}/pagedmembers", ConnectorOperation.GetPagedMembers);
        Map("GET", "/v3/conversations/{conversationId}/members/{memberId}", ConnectorOperation.GetMember);
        Map("GET", "/v3/teams/{teamId}", ConnectorOperation.GetTeam);
        Map("GET", "/v3/teams/{teamId}/conversations", ConnectorOperation.GetChannels);

        void Map(string method, string template, ConnectorOperation operation) =>
            app.MapMethods(template, [method], context => AnswerAsync(context, template, operation));
    }

    private async Task AnswerAsync(HttpContext context, string template, ConnectorOperation operation)
    {
        var arrived = throttle.Now;
        var (body, isJson) = await ReadBodyAsync(context.Request);
        var conversation = Route(context, "conversationId") is { } id ? directory.Conversation(id) : null;
        var request = new ConnectorRequest(
            operation,
            context.Request.Method,
            template,
            Route(context, "conversationId"),
            Route(context, "activityId"),
            operation == ConnectorOperation.CreateConversation ? messages.ThePersonIn(body) : (conversation as Conversation.Personal)?.Person,
            body);

        var refusal = !IsAuthorized(context.Request) ? ConnectorErrors.Unauthorized()
            : !isJson ? ConnectorErrors.BadSyntax("The body is not JSON.")
            : null;
        if (refusal is not null)
            await WriteAsync(context, request, refusal);
        else if (throttle.Refuses(request, arrived, TenantOf(context, request, conversation), simulator.Limits) is { } wait)
            await WriteAsync(context, request, (Fault.Answers)Fault.Throttles(wait));
        else if (await PassesAsync(context, request, simulator.Latencies.Draw(operation)))
            await AnswerAsync(context, request, simulator.Faults.Take(request));
    }

    private async Task AnswerAsync(HttpContext context, ConnectorRequest request, Fault? met)
    {
        switch (met)
        {
            case null:
                await WriteAsync(context, request, Handle(context, request));
                break;
            case Fault.Answers fault:
                if (fault.TakesEffect)
                    Handle(context, request);
                await WriteAsync(context, request, fault);
                break;
            case Fault.CutsTheConnection fault:
                if (fault.TakesEffect)
                    Handle(context, request);
                simulator.Requests.Add(new RecordedRequest(request, Status: null));
                context.Abort();
                break;
            case Fault.Delays fault:
                var late = Handle(context, request);
                if (await PassesAsync(context, request, fault.By))
                    await WriteAsync(context, request, late);
                break;
            case Fault.Hangs fault:
                if (fault.TakesEffect)
                    Handle(context, request);
                await PassesAsync(context, request, Timeout.InfiniteTimeSpan);
                break;
            default:
                throw new InvalidOperationException($"No rule for {met.GetType().Name}.");
        }
    }

    private ConnectorAnswer Handle(HttpContext context, ConnectorRequest request)
    {
        var answer = request.Operation switch
        {
            ConnectorOperation.CreateConversation => messages.Create(request.Body),
            ConnectorOperation.SendToConversation => messages.Send(request.ConversationId!, replyToId: null, request.Body),
            ConnectorOperation.ReplyToActivity => messages.Send(request.ConversationId!, request.ActivityId, request.Body),
            ConnectorOperation.UpdateActivity => messages.Update(request.ConversationId!, request.ActivityId!, request.Body),
            ConnectorOperation.DeleteActivity => messages.Delete(request.ConversationId!, request.ActivityId!),
            ConnectorOperation.GetPagedMembers => rosters.Page(
                request.ConversationId!, Query(context, "pageSize"), Query(context, "continuationToken")),
            ConnectorOperation.GetMember => rosters.Member(request.ConversationId!, Route(context, "memberId")!),
            ConnectorOperation.GetTeam => rosters.Team(Route(context, "teamId")!),
            ConnectorOperation.GetChannels => rosters.Channels(Route(context, "teamId")!),
            _ => throw new InvalidOperationException($"No such operation: {request.Operation}."),
        };
        changes.Raise();
        return answer;
    }

    /// <returns>False when the caller gave up waiting, which is what long times are for.</returns>
    private async Task<bool> PassesAsync(HttpContext context, ConnectorRequest request, TimeSpan wait)
    {
        if (wait == TimeSpan.Zero)
            return true;
        try
        {
            await Task.Delay(wait, simulator.Time, context.RequestAborted);
            return true;
        }
        catch (OperationCanceledException)
        {
            simulator.Requests.Add(new RecordedRequest(request, Status: null));
            return false;
        }
    }

    private Task WriteAsync(HttpContext context, ConnectorRequest request, Fault.Answers fault)
    {
        foreach (var (name, value) in fault.Headers)
            context.Response.Headers[name] = value;
        return WriteAsync(context, request, fault.Status, fault.Body);
    }

    private Task WriteAsync(HttpContext context, ConnectorRequest request, ConnectorAnswer answer) =>
        WriteAsync(context, request, answer.Status, answer.Body?.ToJsonString() ?? "");

    /// <summary>Recorded before it is sent: whoever has the answer finds it in the log.</summary>
    private async Task WriteAsync(HttpContext context, ConnectorRequest request, int status, string body)
    {
        simulator.Requests.Add(new RecordedRequest(request, status));
        context.Response.StatusCode = status;
        if (body.Length == 0)
            return;
        context.Response.ContentType = body.StartsWith('<') ? MediaTypeNames.Text.Html : MediaTypeNames.Application.Json;
        await context.Response.WriteAsync(body, context.RequestAborted);
    }

    private SimulatedTenant? TenantOf(HttpContext context, ConnectorRequest request, Conversation? conversation) =>
        conversation?.Tenant
        ?? request.Person?.Tenant
        ?? (Route(context, "teamId") is { } team ? directory.Team(team)?.Tenant : null)
        ?? (Messages.TheChannelIn(request.Body) is { } channel ? directory.Conversation(channel)?.Tenant : null);

    private bool IsAuthorized(HttpRequest request)
    {
        const string Scheme = "Bearer ";
        var header = request.Headers.Authorization.ToString();
        return simulator.AcceptsToken is not { } accepts
            || (header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && accepts(header[Scheme.Length..]));
    }

    private static async Task<(JsonElement Body, bool IsJson)> ReadBodyAsync(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsDelete(request.Method))
            return (default, true);
        try
        {
            return (await JsonSerializer.DeserializeAsync<JsonElement>(request.Body, cancellationToken: request.HttpContext.RequestAborted), true);
        }
        catch (JsonException)
        {
            return (default, false);
        }
    }

    private static string? Route(HttpContext context, string name) => (string?)context.Request.RouteValues[name];

    private static string? Query(HttpContext context, string name) =>
        context.Request.Query.TryGetValue(name, out var value) ? value.ToString() : null;
}
