namespace RetroBot.Cards.Rounds;

/// <summary>What a lead sets on the setup card.</summary>
/// <param name="Zone">IANA name.</param>
/// <param name="Threshold">How many answers any number must rest on.</param>
/// <param name="Leads">Ids of the leads, whoever added RetroBot among them.</param>
/// <param name="Reminds">Whether those who have not answered are reminded once.</param>
/// <param name="Language">In which RetroBot speaks in the channel, and to members who chose none.</param>
public sealed record Setup(CadenceChoice Cadence, WeekdayChoice Day, TimeOnly Time, string Zone, int OpenDays, int Threshold, IReadOnlyList<string> Tools, IReadOnlyList<string> Leads, bool Reminds, Language Language)
{
    public const int ShortestOpenDays = 1;
    public const int LongestOpenDays = 6;
    public const int LowestThreshold = 5;
    public const int HighestThreshold = 100;
    public const int MostTools = 12;

    /// <summary>Characters.</summary>
    public const int LongestToolName = 40;
}
