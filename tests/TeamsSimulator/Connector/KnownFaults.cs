using static RetroBot.Simulation.Connector.FaultMeaning;

namespace RetroBot.Simulation.Connector;

/// <summary>Every fault that a bot has to expect of the connector: what Teams documents ("Status codes from bot conversational APIs", Microsoft Learn), and what networks and gateways do beside it.</summary>
public static class KnownFaults
{
    private const string Html = "<html><body><h1>Our services aren't available right now</h1></body></html>";

    /// <summary>Error 209 as bots in the field have seen it: the code that matters is a text within a text.</summary>
    private const string WritesBlockedInside =
        """{"errorCode":209,"message":"{\r\n  \"subCode\": \"MessageWritesBlocked\",\r\n  \"details\": \"Thread is blocked from message writes.\"\r\n}"}""";

    public static IReadOnlyList<KnownFault> All { get; } =
    [
        Refusal(412, "PreconditionFailed", NotNow),
        new("429 Throttled, Retry-After 3", NotNow, Fault.Throttles(TimeSpan.FromSeconds(3))),
        Refusal(429, "Throttled", NotNow),
        Refusal(503, "ServiceUnavailable", NotNow),
        new("503, no JSON", NotNow, Answers(503, Html)),
        new("500 ServiceError, not delivered", Unknown, Answers(500, Body("ServiceError"))),
        new("500 ServiceError, delivered", Unknown, Answers(500, Body("ServiceError"), takesEffect: true)),
        new("502, not delivered", Unknown, Answers(502)),
        new("502, delivered", Unknown, Fault.LosesTheAnswer()),
        new("502, no JSON, delivered", Unknown, Answers(502, Html, takesEffect: true)),
        new("504 GatewayTimeout, not delivered", Unknown, Answers(504, Body("GatewayTimeout"))),
        new("504 GatewayTimeout, delivered", Unknown, Answers(504, Body("GatewayTimeout"), takesEffect: true)),
        new("connection cut before the effect", Unknown, new Fault.CutsTheConnection(TakesEffect: false)),
        new("connection cut after the effect", Unknown, new Fault.CutsTheConnection(TakesEffect: true)),
        new("201, no JSON, delivered", Happened, Answers(201, Html, takesEffect: true)),
        Refusal(403, "ConversationBlockedByUser", NotThisPerson),
        Refusal(403, "MessageWritesBlocked", NotThisPerson),
        new("403 MessageWritesBlocked (209), in the message", NotThisPerson, Answers(403, WritesBlockedInside)),
        Refusal(403, "BotNotInConversationRoster", NotThisPerson),
        Refusal(403, "BotDisabledByAdmin", NotThisBot),
        Refusal(401, "BotNotRegistered", NotThisBot),
        Refusal(403, "ForbiddenOperationException", NotThisCall),
        new("403, no body", NotThisCall, Answers(403)),
        new("403, no JSON", NotThisCall, Answers(403, Html)),
        Refusal(404, "ConversationNotFound", NotThisChat),
        Refusal(400, "Bad Argument", NotThisCall),
        Refusal(413, "MessageSizeTooBig", NotThisCall),
    ];

    /// <summary>In the connector's error shape.</summary>
    private static KnownFault Refusal(int status, string code, FaultMeaning meaning) => new($"{status} {code}", meaning, Answers(status, Body(code)));

    private static Fault.Answers Answers(int status, string body = "", bool takesEffect = false) => new(status, body, takesEffect);

    private static string Body(string code) => ConnectorErrors.Body(code, "Scripted.").ToJsonString();
}
