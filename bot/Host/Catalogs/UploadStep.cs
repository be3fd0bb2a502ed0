using NodaTime;

namespace RetroBot.Host.Catalogs;

/// <summary>What an upload session answered to one request.</summary>
internal abstract record UploadStep
{
    private UploadStep()
    {
    }

    /// <param name="Next">The first byte that it has not.</param>
    public sealed record WantsMore(long Next) : UploadStep;

    public sealed record Whole : UploadStep;

    public sealed record Gone : UploadStep;

    /// <param name="After">How long to wait; null where it did not say.</param>
    /// <param name="IsInDoubt">Whether the part may have arrived all the same.</param>
    public sealed record NotNow(Duration? After, bool IsInDoubt) : UploadStep;

    public sealed record Refused(int Status) : UploadStep;
}
