namespace RetroBot.Core.Digests;

/// <summary>What became of a digest's post.</summary>
public enum PostOutcome
{
    /// <summary>It stands in the channel.</summary>
    Stands,

    /// <summary>The notice that the digest was to replace is gone, perhaps with the whole channel.</summary>
    NoticeGone,
}
