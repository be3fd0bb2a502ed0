namespace RetroBot.Tests.Crashes;

/// <summary>How things stood when the service was dead.</summary>
/// <param name="WasAnswered">Whether the lead had the answer to "close now".</param>
/// <param name="IsUnderWay">Whether the service, started again, closes the round by itself.</param>
/// <param name="PostIsUnknown">Whether a notice stood in the channel of which storage did not know.</param>
internal sealed record Death(bool WasAnswered, bool IsUnderWay, bool PostIsUnknown)
{
    /// <summary>A lead who had no answer says it again. One who had may rely on it.</summary>
    public bool IsSaidAgain => !WasAnswered && !IsUnderWay;
}
