using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using NodaTime;
using NodaTime.Text;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.CheckIns;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;

namespace RetroBot.Host.Storage;

/// <summary>The names of all tables, partitions and rows.</summary>
/// <remarks>
/// <list type="table">
/// <item><term>teams</term><description>One of 16 partitions by a hash of the team; rows <c>t|tenant|team</c>, and <c>x|tenant|team</c> (it was left), and <c>d|due|tenant|team</c>: the index by due time. One more partition, <c>v</c>, with rows <c>v|number</c>: <see cref="StorageVersion"/>.</description></item>
/// <item><term>rounds</term><description>Partition <c>tenant|team|round</c>, so that whatever belongs to a round changes in one transaction; rows <c>r</c> (the round),
/// <c>g</c> (the gate, there while answers are taken), <c>a|participant</c> (sealed answers), <c>l|user</c> (the ledger).</description></item>
/// <item><term>casestudies</term><description>Partition <c>tenant|team</c>; rows <c>s|id</c> (a case study), <c>u|round</c> (that round's post is stale).</description></item>
/// <item><term>votes</term><description>Partition <c>tenant|team|id</c>: those on one case study; rows <c>voter</c>.</description></item>
/// <item><term>preferences</term><description>Partition <c>tenant</c>; rows <c>user</c>.</description></item>
/// <item><term>chats</term><description>Partition <c>tenant</c>; rows <c>user</c>.</description></item>
/// <item><term>senders</term><description>One partition <c>s</c>; rows <c>tenant</c>.</description></item>
/// <item><term>organisation</term><description>Partition <c>tenant</c>; rows <c>c|quarter</c> (the combinations that the quarter's exports may show), <c>f|quarter</c> (its figures).</description></item>
/// </list>
/// </remarks>
internal static class Keys
{
    public const string Teams = "teams";
    public const string Rounds = "rounds";
    public const string CaseStudies = "casestudies";
    public const string Votes = "votes";
    public const string Preferences = "preferences";
    public const string Chats = "chats";
    public const string Senders = "senders";
    public const string Organisation = "organisation";

    public const string Round = "r";
    public const string Gate = "g";
    public const string AllSenders = "s";
    public const string Versions = "v";

    private const int Buckets = 16;
    private const char Separator = '|';

    // The character after the separator: everything that starts with "x|" lies before "x}".
    private const char AfterSeparator = '}';
    private const char EscapeMark = '=';
    private const int EscapedLength = 5;

    // All instants are equally long, so that they sort as time does.
    private static readonly InstantPattern DuePattern = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss.fffffffff'Z'");

    public static IEnumerable<string> TeamPartitions => Enumerable.Range(0, Buckets).Select(Bucket);

    public static string PartitionOf(TeamId team) => Bucket(SHA256.HashData(Encoding.UTF8.GetBytes(Join(team.Tenant.Value, team.Value)))[0] % Buckets);

    public static string TeamRow(TeamId team) => $"t|{Join(team.Tenant.Value, team.Value)}";

    public static string LeftRow(TeamId team) => $"x|{Join(team.Tenant.Value, team.Value)}";

    public static string TeamsFilter(string partition) => StartingWith(partition, "t");

    public static string TeamsFilter(string partition, TenantId tenant) =>
        Between(partition, $"t|{Escape(tenant.Value)}{Separator}", $"t|{Escape(tenant.Value)}{AfterSeparator}");

    public static TeamId TeamOfRow(string row)
    {
        var parts = row.Split(Separator);
        return new TeamId(new TenantId(Unescape(parts[1])), Unescape(parts[2]));
    }

    public static int NumberOfVersion(string row) => int.Parse(row.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture);

    public static string DueRow(Instant due, TeamId team) => $"d|{DuePattern.Format(due)}|{Join(team.Tenant.Value, team.Value)}";

    public static TeamId TeamOfDueRow(string row)
    {
        var parts = row.Split(Separator);
        return new TeamId(new TenantId(Unescape(parts[2])), Unescape(parts[3]));
    }

    public static string DueFilter(string partition, Instant now) => Between(partition, "d|", $"d|{DuePattern.Format(now)}{AfterSeparator}");

    public static string PartitionOf(RoundId round) => Join(round.Team.Tenant.Value, round.Team.Value, round.Name.ToString());

    public static RoundId RoundOf(string partition)
    {
        var parts = partition.Split(Separator);
        return new RoundId(new TeamId(new TenantId(Unescape(parts[0])), Unescape(parts[1])), RoundName.TryParse(parts[2], out var name) ? name : throw new ArgumentException("No partition of a round.", nameof(partition)));
    }

    /// <summary>Every row in the partitions of a team's rounds or case studies, in the tables where each has one of its own.</summary>
    public static string OfTeamFilter(TeamId team) => TableClient.CreateQueryFilter($"PartitionKey ge {OfTeam(team) + Separator} and PartitionKey lt {OfTeam(team) + AfterSeparator}");

    /// <summary>The same but for the row of one round.</summary>
    public static string OfTeamFilter(TeamId team, RoundId held) =>
        OfTeamFilter(team) + TableClient.CreateQueryFilter($" and (PartitionKey ne {PartitionOf(held)} or RowKey ne {Round})");

    /// <summary>The rows of a team's rounds up to one week that have counts: where the column is absent, no comparison is true.</summary>
    public static string TalliedFilter(TeamId team, RoundName upTo) => TableClient.CreateQueryFilter(
        $"PartitionKey ge {OfTeam(team) + Separator} and PartitionKey le {PartitionOf(new RoundId(team, upTo))} and RowKey eq {Round} and Tally gt {""}");

    /// <summary>The rows of a team's rounds from one week to another.</summary>
    public static string RoundsFilter(TeamId team, RoundName from, RoundName upTo) => TableClient.CreateQueryFilter(
        $"PartitionKey ge {PartitionOf(new RoundId(team, from))} and PartitionKey le {PartitionOf(new RoundId(team, upTo))} and RowKey eq {Round}");

    /// <summary>The rows of a team's rounds before one that hold counts.</summary>
    public static string CountedBeforeFilter(RoundId round) => TableClient.CreateQueryFilter(
        $"PartitionKey ge {OfTeam(round.Team) + Separator} and PartitionKey lt {PartitionOf(round)} and RowKey eq {Round} and (Tally gt {""} or Shown gt {""})");

    /// <summary>The rows of all rounds that have a key, and had to close before a time.</summary>
    public static string WithKeyFilter(Instant hadToCloseBefore) => TableClient.CreateQueryFilter($"RowKey eq {Round} and MasterKeyId gt {""} and ClosesAt lt {InstantPattern.ExtendedIso.Format(hadToCloseBefore)}");

    public static string AnswerRow(ParticipantKey participant) => $"a|{participant.Value}";

    public static ParticipantKey ParticipantOf(string answerRow) => new(answerRow[2..]);

    public static string AnswersFilter(RoundId round) => StartingWith(PartitionOf(round), "a");

    public static string LineRow(UserId user) => $"l|{Escape(user.Value)}";

    public static UserId UserOfLine(string row) => new(Unescape(row[2..]));

    public static string LinesFilter(RoundId round) => StartingWith(PartitionOf(round), "l");

    public static string PartitionFilter(string partition) => TableClient.CreateQueryFilter($"PartitionKey eq {partition}");

    public static string CaseStudiesOf(TeamId team) => Join(team.Tenant.Value, team.Value);

    public static TeamId TeamOfCaseStudies(string partition)
    {
        var parts = partition.Split(Separator);
        return new TeamId(new TenantId(Unescape(parts[0])), Unescape(parts[1]));
    }

    public static string CaseStudyRow(CaseStudyId id) => $"s|{id.Value}";

    public static string IdOfCaseStudy(string row) => row[2..];

    public static string CaseStudiesFilter(TeamId team) => StartingWith(CaseStudiesOf(team), "s");

    /// <summary>The case studies of all teams of a tenant.</summary>
    public static string CaseStudiesFilter(TenantId tenant) => TableClient.CreateQueryFilter(
        $"PartitionKey ge {Escape(tenant.Value) + Separator} and PartitionKey lt {Escape(tenant.Value) + AfterSeparator} and RowKey ge {"s" + Separator} and RowKey lt {"s" + AfterSeparator}");

    public static string StalePostRow(RoundName round) => $"u|{round}";

    public static RoundName RoundOfStalePost(string row) => RoundName.TryParse(row[2..], out var round) ? round : throw new ArgumentException("No row of a stale post.", nameof(row));

    public static string StalePostsFilter(TeamId team) => StartingWith(CaseStudiesOf(team), "u");

    public static string VotesOn(CaseStudyId study) => Join(study.Team.Tenant.Value, study.Team.Value, study.Value);

    public static string PartitionOf(TenantId tenant) => Escape(tenant.Value);

    public static string CombinationsRow(Quarter quarter) => $"c|{quarter}";

    public static string FiguresRow(Quarter quarter) => $"f|{quarter}";

    public static string FiguresFilter(TenantId tenant) => StartingWith(PartitionOf(tenant), "f");

    public static TenantId TenantOfSender(string row) => new(Unescape(row));

    public static string RowOf(UserId user) => Escape(user.Value);

    public static UserId UserOfRow(string row) => new(Unescape(row));

    /// <summary>Writes what table keys forbid (control characters and / \ # ? %), what separates parts, and what a URL or filter would have to quote, as <c>=</c> and four hex digits.</summary>
    internal static string Escape(string text)
    {
        if (!text.Any(IsEscaped)) return text;
        var escaped = new StringBuilder();
        foreach (var letter in text)
            if (IsEscaped(letter)) escaped.Append(CultureInfo.InvariantCulture, $"{EscapeMark}{(int)letter:X4}");
            else escaped.Append(letter);
        return escaped.ToString();
    }

    internal static string Unescape(string text)
    {
        var plain = new StringBuilder();
        for (var at = 0; at < text.Length; at += text[at] == EscapeMark ? EscapedLength : 1)
            plain.Append(text[at] == EscapeMark ? (char)ushort.Parse(text.AsSpan(at + 1, EscapedLength - 1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) : text[at]);
        return plain.ToString();
    }

    private static bool IsEscaped(char letter) => char.IsControl(letter) || char.IsSurrogate(letter) || "/\\#?%'|=".Contains(letter, StringComparison.Ordinal);

    private static string OfTeam(TeamId team) => Join(team.Tenant.Value, team.Value);

    private static string Join(params IEnumerable<string> parts) => string.Join(Separator, parts.Select(Escape));

    private static string Bucket(int number) => number.ToString("00", CultureInfo.InvariantCulture);

    private static string StartingWith(string partition, string kind) => Between(partition, kind + Separator, kind + AfterSeparator);

    private static string Between(string partition, string from, string before) =>
        TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {before}");
}
