using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;
using RetroBot.Host.Storage;
using Xunit;

namespace RetroBot.Tests.Contracts.AzureTables;

public sealed class KeysTests
{
    private const string Forbidden = "/\\#?%";

    [Fact]
    public void Escaping_can_be_undone_and_leaves_no_forbidden_character_and_no_separator() =>
        Prop.ForAll<string>(text =>
        {
            var escaped = Keys.Escape(text ?? "");
            return string.Equals(Keys.Unescape(escaped), text ?? "", StringComparison.Ordinal) && !escaped.Any(letter => char.IsControl(letter) || Forbidden.Contains(letter, StringComparison.Ordinal) || letter is '|' or '\'');
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_character_survives_by_itself() =>
        Assert.All(Enumerable.Range(char.MinValue, char.MaxValue + 1), code => Assert.Equal($"{(char)code}", Keys.Unescape(Keys.Escape($"{(char)code}"))));

    [Fact]
    public void Two_teams_never_share_a_row_or_a_round()
    {
        var (one, other) = (Team("a|b", "c"), Team("a", "b|c"));
        Assert.NotEqual(Keys.TeamRow(one), Keys.TeamRow(other), StringComparer.Ordinal);
        Assert.NotEqual(Keys.PartitionOf(new RoundId(one, new(2026, 47))), Keys.PartitionOf(new RoundId(other, new(2026, 47))), StringComparer.Ordinal);
    }

    [Fact]
    public void Due_rows_sort_as_time_does() =>
        Prop.ForAll<long, long>((first, second) =>
        {
            var (one, other) = (At(first), At(second));
            return Math.Sign(string.CompareOrdinal(Keys.DueRow(one, Samples.TeamId()), Keys.DueRow(other, Samples.TeamId()))) == one.CompareTo(other);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_team_s_rounds_sort_as_time_does() =>
        Prop.ForAll(Gen.Choose(0, 360_000).Two().ToArbitrary(), days =>
        {
            var (one, other) = (RoundName.Of(new LocalDate(2000, 1, 3).PlusDays(days.Item1)), RoundName.Of(new LocalDate(2000, 1, 3).PlusDays(days.Item2)));
            return Math.Sign(string.CompareOrdinal(Keys.PartitionOf(new RoundId(Samples.TeamId(), one)), Keys.PartitionOf(new RoundId(Samples.TeamId(), other)))) == Math.Sign(one.Monday.CompareTo(other.Monday));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Teams_are_spread_over_all_16_partitions()
    {
        var perPartition = Enumerable.Range(0, 3_200).CountBy(i => Keys.PartitionOf(Samples.TeamId($"19:{i}@thread.tacv2")), StringComparer.Ordinal).ToList();
        Assert.Equal(Keys.TeamPartitions.Order(StringComparer.Ordinal), perPartition.Select(pair => pair.Key).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.All(perPartition, pair => Assert.InRange(pair.Value, 120, 280));
    }

    [Fact]
    public void The_partition_of_a_team_is_the_same_in_every_version_of_the_service() =>
        Assert.Equal(("00", "06"), (Keys.PartitionOf(Samples.TeamId()), Keys.PartitionOf(Samples.TeamId("19:other@thread.tacv2"))));

    private static TeamId Team(string tenant, string id) => new(new TenantId(tenant), id);

    private static Instant At(long seconds) => Samples.Friday + Duration.FromNanoseconds(seconds);
}
