using RetroBot.Core.CheckIns;

namespace RetroBot.Core.Digests;

/// <summary>Keys of the parts of <see cref="DigestQuestion.Changes"/>.</summary>
public static class ChangeKeys
{
    public static string Of(Change change) => change switch
    {
        Change.ShippedSooner => "changes.shippedSooner",
        Change.FewerErrors => "changes.fewerErrors",
        Change.IssueResolvedQuicker => "changes.issueResolvedQuicker",
        Change.ShorterDesignCycle => "changes.shorterDesignCycle",
        Change.LessTedious => "changes.lessTedious",
        Change.LearnedSomething => "changes.learnedSomething",
        Change.NothingVisible => "changes.nothingVisible",
        Change.WorkForOthers => "changes.workForOthers",
        _ => throw new ArgumentOutOfRangeException(nameof(change), change, null),
    };
}
