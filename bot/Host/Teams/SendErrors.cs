namespace RetroBot.Host.Teams;

/// <summary>What the channel's refusals mean ("Status codes from bot conversational APIs", "Proactive messages" and "Optimize your bot with rate limiting", Microsoft Learn).</summary>
internal static class SendErrors
{
    /// <summary>Read from the top; the first that fits holds. Bodies vary in practice, so the last rows are classes by status alone.</summary>
    public static IReadOnlyList<Rule> Rules { get; } =
    [
        new(412, null, SendMeaning.TryLater),
        new(429, null, SendMeaning.TryLater),
        new(503, null, SendMeaning.TryLater),
        new(502, null, SendMeaning.Ambiguous),
        new(504, null, SendMeaning.Ambiguous),
        new(Refusal.NoAnswer, null, SendMeaning.Ambiguous),
        new(403, "ConversationBlockedByUser", SendMeaning.Blocked),
        new(403, "MessageWritesBlocked", SendMeaning.Blocked),
        new(403, "209", SendMeaning.Blocked),
        new(403, "BotNotInConversationRoster", SendMeaning.NotInstalled),
        new(403, "BotDisabledByAdmin", SendMeaning.DisabledByAdmin),
        new(401, "BotNotRegistered", SendMeaning.NotRegistered),
        new(404, "ConversationNotFound", SendMeaning.ChatGone),
        new(413, null, SendMeaning.TooBig),
        new(500, "UserNotFound", SendMeaning.Unreachable),
        new(401, null, SendMeaning.NotRegistered),
        new(403, null, SendMeaning.Unexplained),
        new(404, null, SendMeaning.Unreachable),
    ];

    public static SendMeaning MeaningOf(Refusal refusal) =>
        Rules.FirstOrDefault(rule => rule.Fits(refusal))?.Meaning ?? (refusal.Status >= StatusCodes.Status500InternalServerError ? SendMeaning.Ambiguous : SendMeaning.Unexplained);

    /// <param name="Code">As the body says it, wherever in the body; null for any, or none.</param>
    internal sealed record Rule(int Status, string? Code, SendMeaning Meaning)
    {
        public bool Fits(Refusal refusal) => refusal.Status == Status && (Code is null || refusal.Codes.Contains(Code));
    }
}
