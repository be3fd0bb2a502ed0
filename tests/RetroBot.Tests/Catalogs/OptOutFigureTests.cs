using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using RetroBot.Core.Catalogs;
using RetroBot.Core.Digests;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;
using RetroBot.Tests.Rounds;
using Xunit;

namespace RetroBot.Tests.Catalogs;

/// <summary>The tools that teams do without, as an organisation reads them: enough on every side, or nothing.</summary>
public sealed class OptOutFigureTests
{
    private static readonly GroupBand FiveToNine = new(5, 9);
    private static readonly GroupBand TenToNineteen = new(10, 19);

    private static readonly Gen<IReadOnlyList<Team>> Organisations =
        from listed in Gen.Choose(0, 30)
        from grounds in Gen.ArrayOf(Gen.Elements<OptOutGround?>([null, .. Enum.GetValues<OptOutGround>().Cast<OptOutGround?>(), OptOutGround.Cost, OptOutGround.Cost, null, null]), listed)
        select (IReadOnlyList<Team>)[.. grounds.Select((ground, index) => Team(index, "Claude", ground))];

    [Fact]
    public void A_tool_is_named_where_enough_teams_do_without_it_and_enough_are_asked_about_it()
    {
        Assert.Empty(OptOutFigure.Of(Teams("Claude", without: 4, with: 30)));
        Assert.Empty(OptOutFigure.Of(Teams("Claude", without: 30, with: 4)));
        Assert.Equal(new OptOutFigure("Claude", FiveToNine, []), Assert.Single(OptOutFigure.Of(Teams("Claude", without: 5, with: 5))));
        Assert.Equal(TenToNineteen, Assert.Single(OptOutFigure.Of(Teams("Claude", without: 10, with: 5))).Teams);
    }

    [Fact]
    public void Teams_that_do_not_list_it_are_not_asked_about_it() =>
        Assert.Empty(OptOutFigure.Of([.. Teams("Claude", without: 5, with: 4), .. Teams("Copilot", without: 0, with: 5)]));

    [Fact]
    public void One_tool_is_one_whatever_its_case_and_named_as_most_write_it()
    {
        IReadOnlyList<Team> teams = [.. Teams("claude", without: 2, with: 1), .. Teams("Claude", without: 3, with: 2), .. Teams("CLAUDE", without: 0, with: 2)];

        Assert.Equal("Claude", Assert.Single(OptOutFigure.Of(teams)).Tool);
    }

    [Fact]
    public void The_highest_range_comes_first_and_the_order_within_one_tells_nothing()
    {
        Assert.Equal(["Copilot", "Claude"], OptOutFigure.Of([.. Teams("Claude", 9, 5), .. Teams("Copilot", 10, 5)]).Select(figure => figure.Tool), StringComparer.Ordinal);
        Assert.Equal(["Claude", "Copilot"], OptOutFigure.Of([.. Teams("Copilot", 9, 5), .. Teams("Claude", 5, 5)]).Select(figure => figure.Tool), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("Cost*5", "")]
    [InlineData("Cost*9", "")]
    [InlineData("Other*12", "")]
    [InlineData("Cost*5 Quality*4", "")]
    [InlineData("Cost*5 Quality*5", "Quality 5-9, Cost 5-9")]
    [InlineData("Cost*9 Quality*5", "Quality 5-9, Cost 5-9")]
    [InlineData("Cost*6 Quality*5 DoesNotFit*1", "Cost 5-9, Other 5-9")]
    [InlineData("Cost*6 Quality*4 DoesNotFit*1", "Cost 5-9, Other 5-9")]
    [InlineData("Cost*11 Quality*5 Other*5", "Cost 10-19, Quality 5-9, Other 5-9")]
    [InlineData("Cost*5 Quality*5 Other*4", "Cost 5-9, Other 5-9")]
    [InlineData("Cost*1 Quality*1 Replaced*1 DoesNotFit*1 NotAllowed*1 DataProtection*1", "")]
    public void A_ground_that_too_few_give_is_another_one_and_one_alone_is_none(string given, string told)
    {
        var grounds = given.Split(' ').Select(one => one.Split('*')).SelectMany(one => Enumerable.Repeat(Enum.Parse<OptOutGround>(one[0]), int.Parse(one[1], System.Globalization.CultureInfo.InvariantCulture)));
        IReadOnlyList<Team> teams = [.. grounds.Select((ground, index) => Team(index, "Claude", ground)), .. Teams("Claude", without: 0, with: 5)];

        Assert.Equal(told, string.Join(", ", Assert.Single(OptOutFigure.Of(teams)).Grounds.Select(one => $"{one.Ground} {one.Teams.InShort()}")));
    }

    [Fact]
    public void Whatever_teams_do_four_of_them_alone_are_never_told() => Prop.ForAll(Organisations.ToArbitrary(), teams =>
    {
        var without = teams.Where(team => team.OptOuts.Count > 0).ToList();
        var enough = without.Count >= Threshold.Lowest && teams.Count - without.Count >= Threshold.Lowest;
        if (OptOutFigure.Of(teams) is not [var figure]) return !enough;
        if (figure.Grounds.Count == 0) return enough;

        // What is told parts those that do without it: by ground, and all others together.
        var named = figure.Grounds.Select(one => one.Ground).Where(ground => ground != OptOutGround.Other).ToHashSet();
        var parts = without.GroupBy(team => named.Contains(team.OptOuts[0].Ground) ? team.OptOuts[0].Ground : OptOutGround.Other).ToList();
        return enough && parts.Count == figure.Grounds.Count && parts.Count > 1
            && parts.TrueForAll(part => part.Count() >= Threshold.Lowest && figure.Grounds.Single(one => one.Ground == part.Key).Teams == GroupBand.Of(part.Count(), new Threshold(Threshold.Lowest)));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    private static IReadOnlyList<Team> Teams(string tool, int without, int with) =>
        [.. Enumerable.Range(0, without).Select(index => Team(index, tool, OptOutGround.Cost)), .. Enumerable.Range(without, with).Select(index => Team(index, tool, ground: null))];

    /// <param name="ground">Null where it is asked about the tool.</param>
    private static Team Team(int number, string tool, OptOutGround? ground)
    {
        var settings = SampleTeam.Settings();
        var team = SampleTeam.With(new RoundSettings(settings.Cadence, settings.Day, settings.Time, settings.Zone, settings.OpenDays, settings.Threshold, [tool], settings.Anchor)) with { Id = new TeamId(new TenantId("tenant"), $"{tool} {number}") };
        return ground is { } why ? team.With(new ToolOptOut(tool, why, reason: null, new LocalDate(2027, 2, 1))) : team;
    }
}
