namespace RetroBot.Host.Privacy.Redaction;

#pragma warning disable MA0049 // A redaction is the act and the thing alike; everybody who calls it says both.
/// <summary>Something that was taken out of a text.</summary>
/// <param name="Original">What stood there. For the author's own eyes in the preview: never stored, never logged.</param>
internal sealed record Redaction(RedactionReason Reason, string Original)
{
    /// <summary>The reason only, so that no log line or exception can hold what was taken out.</summary>
    public override string ToString() => Reason.ToString();
}
