namespace RetroBot.Host.Catalogs;

/// <summary>What became of an upload.</summary>
internal abstract record UploadOutcome
{
    private UploadOutcome()
    {
    }

    public sealed record Arrived : UploadOutcome;

    /// <summary>The session is not there any more.</summary>
    public sealed record Expired : UploadOutcome;

    /// <summary>It broke off with the last part, and then the session was gone: finished, or expired.</summary>
    public sealed record Unconfirmed : UploadOutcome;

    /// <param name="Status">An HTTP status.</param>
    public sealed record Refused(int Status) : UploadOutcome;

    /// <summary>Nobody answered, or only that it is busy, as often as it was tried.</summary>
    public sealed record OutOfReach : UploadOutcome;
}
