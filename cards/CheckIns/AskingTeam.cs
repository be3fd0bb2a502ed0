namespace RetroBot.Cards.CheckIns;

/// <summary>A team for which somebody is asked.</summary>
/// <param name="AddedBy">Who added RetroBot to it; null where it is not known.</param>
public sealed record AskingTeam(string Name, string? AddedBy)
{
    internal string Reason(Texts texts) => AddedBy is null ? texts.Format("WhyAsked.Member", Name) : texts.Format("WhyAsked.MemberAddedBy", Name, AddedBy);
}
