namespace RetroBot.Core.Catalogs;

/// <summary>Why cells of a row are blank although they may be known.</summary>
public static class SuppressionNotes
{
    private static readonly string[] Columns = ["discovery_source", "confidence, verification_level", "vendor_name", "outcome_tags, benefits", "topic_area"];

    public static string? Of(Combination? shown) => shown switch
    {
        null => "categories follow when the quarter is closed",
        { Detail: Detail.Everything } => null,
        { Detail: var detail } => $"left out because fewer than {Generalisation.Threshold.Answers} rows of the quarter are alike in them: {string.Join(", ", Columns.Take((int)detail))}",
    };
}
