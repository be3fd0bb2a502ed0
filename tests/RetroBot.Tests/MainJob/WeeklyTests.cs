using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Extensions;
using RetroBot.Core;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.MainJob;

/// <summary>A team that was set up is asked by itself, week after week.</summary>
public sealed class WeeklyTests(StorageEmulator emulator)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_year_of_weeks_opens_and_closes_every_round_at_the_team_s_own_time_over_both_clock_changes()
    {
        await using var world = await World.StartAsync(emulator, members: 3, Ct);
        await world.InstallAsync(Ct);
        await world.SetUpAsync(new(StringComparer.Ordinal) { ["day"] = "tuesday", ["time"] = "09:30", ["zone"] = "Europe/Berlin", ["openDays"] = "2" }, Ct);
        var (berlin, member) = (DateTimeZoneProviders.Tzdb["Europe/Berlin"], world.Team.Members[1]);
        await world.Bot.WorkAsync(Ct);

        List<LocalDateTime> opened = [];
        for (var week = 0; week < 53; week++)
        {
            var before = world.Teams.Inbox(member).Count;
            var opening = new LocalDate(2026, 11, 17).PlusWeeks(week).At(new LocalTime(9, 30)).InZoneStrictly(berlin);
            world.Time.MoveTo(opening.ToDateTimeOffset().AddMinutes(-1));
            await world.Bot.WorkAsync(Ct);
            Assert.Equal(before, world.Teams.Inbox(member).Count);

            world.Time.MoveTo(opening.ToDateTimeOffset());
            await world.Bot.WorkAsync(Ct);
            Assert.Equal(before + 1, world.Teams.Inbox(member).Count);
            opened.Add(opening.LocalDateTime);

            world.Time.MoveTo(opening.LocalDateTime.PlusDays(2).InZoneStrictly(berlin).ToDateTimeOffset());
            await world.Bot.WorkAsync(Ct);
        }

        Assert.Equal(53, world.Teams.Posts(world.Team.General).Count(post => post.Versions == 2));
        Assert.Equal(2, opened.Select(local => berlin.GetUtcOffset(local.InZoneStrictly(berlin).ToInstant())).Distinct().Count());
    }

    [Fact]
    public async Task Setting_up_after_today_s_time_does_not_open_a_round_today()
    {
        await using var world = await World.StartAsync(emulator, members: 3, Ct);
        await world.InstallAsync(Ct);

        await world.SetUpAsync(new(StringComparer.Ordinal) { ["day"] = "monday", ["time"] = "11:00", ["zone"] = "UTC" }, Ct);
        await world.Bot.WorkAsync(Ct);

        Assert.Empty(world.Teams.Inbox(world.Team.Members[1]));
    }

    [Fact]
    public async Task A_round_missed_by_more_than_half_a_day_is_skipped_not_sent_late()
    {
        await using var world = await World.StartAsync(emulator, members: 3, Ct);
        await world.InstallAsync(Ct);
        await world.SetUpAsync(new(StringComparer.Ordinal) { ["day"] = "tuesday", ["time"] = "09:00", ["zone"] = "UTC" }, Ct);
        await world.Bot.WorkAsync(Ct);

        world.Time.MoveTo(new DateTimeOffset(2026, 11, 17, 22, 0, 0, TimeSpan.Zero));
        await world.Bot.WorkAsync(Ct);
        Assert.Empty(world.Teams.Inbox(world.Team.Members[1]));

        world.Time.MoveTo(new DateTimeOffset(2026, 11, 24, 20, 0, 0, TimeSpan.Zero));
        await world.Bot.WorkAsync(Ct);
        Assert.Single(world.Teams.Inbox(world.Team.Members[1]));
    }

    [Fact]
    public async Task An_opening_that_an_instance_with_a_faster_clock_has_named_opens_no_earlier_than_its_time()
    {
        await using var world = await World.StartAsync(emulator, members: 3, Ct);
        await world.InstallAsync(Ct);
        var teams = world.Bot.Services.GetRequiredService<ITeamStore>();
        var id = new TeamId(new TenantId(world.Team.Tenant.Id.ToString()), world.Team.General.Id);
        var team = (await teams.FindAsync(id, Ct))!;
        var now = world.Time.GetUtcNow().ToInstant();
        var named = new Opening(RoundSchedule.NameAt(team.Value.Settings, now), now + Duration.FromMinutes(2));
        await teams.SaveAsync(team.Value with { Latest = named, Due = now }, team.Version, Ct);

        await world.Bot.WorkAsync(Ct);

        var round = (await world.Bot.Services.GetRequiredService<IRoundStore>().FindAsync(new RoundId(id, named.Name), Ct))!;
        Assert.Equal((RoundState.Open, named.At), (round.Value.State, round.Value.OpenedAt));
    }
}
