namespace RetroBot.Core.Digests;

/// <summary>Keys of the parts of <see cref="DigestQuestion.Tools"/>.</summary>
public static class ToolKeys
{
    /// <summary>One tool of the team's list; the share carries its name.</summary>
    public const string Named = "tool.named";

    /// <summary>Helped by another tool, or by one that was not named.</summary>
    public const string Other = "tool.other";

    /// <summary>Not helped, or AI was not used.</summary>
    public const string NotHelped = "tool.notHelped";

    /// <summary>The two above together.</summary>
    public const string Others = "tool.others";
}
