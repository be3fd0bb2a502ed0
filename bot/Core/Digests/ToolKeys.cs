namespace RetroBot.Core.Digests;

/// <summary>Keys of the parts of <see cref="DigestQuestion.Tools"/>.</summary>
public static class ToolKeys
{
    /// <summary>One tool of the team's list; the share carries its name.</summary>
    public const string Named = "tool.named";

    /// <summary>Another tool, or none named.</summary>
    public const string Other = "tool.other";
}
