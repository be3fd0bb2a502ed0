using System.Text.RegularExpressions;
using RetroBot.Cards.CheckIns;
using RetroBot.Simulation.Connector;

namespace RetroBot.Tests.Soak;

/// <summary>What the simulator's record calls what people and channels receive.</summary>
internal static partial class CardNames
{
    /// <summary>A post that announces a digest.</summary>
    public const string Notice = "notice";

    // What every second card says first, in the language that everybody has here.
    private static readonly string[] Again = ["You may have this card already", "A friendly reminder"];

    public static string CheckIn(string team, string round) => $"check-in {team} {round}";

    /// <summary>The card that whoever may not have got the first is sent half-way.</summary>
    public static string SecondCheckIn(string team, string round) => $"second check-in {team} {round}";

    public static string Digest(string round) => $"digest {round}";

    /// <returns>Null for what need not be counted: an answer to what somebody said.</returns>
    public static string? Of(ReceivedActivity activity)
    {
        if (activity.Card is not { } card) return null;
        var text = card.GetRawText();
        if (text.Contains($"\"{CheckInCard.Verb}\"", StringComparison.Ordinal))
        {
            var (team, round) = (Part(Team(), text), Part(Round(), text));
            return Array.Exists(Again, words => text.Contains(words, StringComparison.Ordinal)) ? SecondCheckIn(team, round) : CheckIn(team, round);
        }
        if (activity.ReplyToId is not null || !activity.ConversationId.StartsWith("19:", StringComparison.Ordinal)) return null;
        return RoundName().Match(text) is { Success: true } named ? Digest(named.Groups["value"].Value) : Notice;
    }

    private static string Part(Regex part, string text) => part.Match(text).Groups["value"].Value;

    [GeneratedRegex("\"team\":\\s*\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Team();

    [GeneratedRegex("\"round\":\\s*\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Round();

    // Behind the team's name; a digest may also say of which round the numbers are that stand.
    [GeneratedRegex("(·|\\\\u00[bB]7) (?<value>[0-9]{4}-W[0-9]{2})\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RoundName();
}
