using NodaTime;
using NodaTime.Text;
using RetroBot.Core.Rounds;

namespace RetroBot.Host.Storage;

/// <summary>The note that RetroBot was removed from a team.</summary>
internal sealed class LeftRow : Row
{
    [Stored(Topic.LeftTeam, "the week of its latest round: added again in the same period, RetroBot does not hold it again")]
    public string? Latest { get; set; }

    [Stored(Topic.LeftTeam, "when RetroBot was removed")]
    public string LeftAt { get; set; } = "";

    [Stored(Topic.LeftTeam, "when there is something to delete next")]
    public string Due { get; set; } = "";

    public static LeftRow Of(LeftTeam left) => new()
    {
        PartitionKey = Keys.PartitionOf(left.Id),
        RowKey = Keys.LeftRow(left.Id),
        Latest = left.Latest?.ToString(),
        LeftAt = InstantPattern.ExtendedIso.Format(left.LeftAt),
        Due = InstantPattern.ExtendedIso.Format(left.Due),
    };

    public Instant DueAt() => InstantPattern.ExtendedIso.Parse(Due).Value;

    public LeftTeam ToLeftTeam(TeamId id) => new(id, RoundName.TryParse(Latest, out var name) ? name : null, InstantPattern.ExtendedIso.Parse(LeftAt).Value, DueAt());
}
