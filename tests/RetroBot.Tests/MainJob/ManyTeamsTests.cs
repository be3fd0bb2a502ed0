using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;
using NodaTime.Extensions;
using RetroBot.Core;
using RetroBot.Core.Digests;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Rounds;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.MainJob;

/// <summary>Teams in thirty zones, looked after by three instances whose clocks differ by minutes: ninety, or thousands (<see cref="FullRun"/>).</summary>
public sealed class ManyTeamsTests(StorageEmulator emulator)
{
    private static readonly int TeamsAZone = FullRun.IsAsked ? 100 : 3;
    private static readonly Duration Week = Duration.FromDays(7);
    private static readonly TenantId Tenant = new("many");

    private static readonly string[] Zones =
    [
        "Pacific/Honolulu", "America/Anchorage", "America/Los_Angeles", "America/Denver", "America/Chicago", "America/New_York", "America/Halifax", "America/St_Johns", "America/Sao_Paulo", "America/Santiago",
        "Atlantic/Azores", "Etc/UTC", "Europe/London", "Europe/Berlin", "Europe/Athens", "Africa/Cairo", "Europe/Istanbul", "Asia/Tehran", "Asia/Dubai", "Asia/Kabul",
        "Asia/Karachi", "Asia/Kolkata", "Asia/Kathmandu", "Asia/Dhaka", "Asia/Bangkok", "Asia/Shanghai", "Asia/Tokyo", "Australia/Adelaide", "Australia/Lord_Howe", "Pacific/Chatham",
    ];

    private static readonly TimeSpan[] ClocksAreOff = [TimeSpan.Zero, TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(-2)];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    // The last Sunday of October, on which Europe's clocks change; the turn of the year, with week 53 in it.
    [InlineData("2026-10-22", "2026-W43 2026-W44")]
    [InlineData("2026-12-29", "2026-W53 2027-W01")]
    public async Task Every_team_has_one_round_a_week_at_its_own_time_and_one_digest_of_it(string from, string weeks)
    {
        var posts = new Posts();
        var start = NodaTime.Text.LocalDatePattern.Iso.Parse(from).Value.AtMidnight().InUtc().ToInstant();
        List<(RunningBot Bot, TestTime Time)> instances = [];
        try
        {
            var (storage, prefix) = (await emulator.ConnectionStringAsync(), StorageEmulator.NewPrefix());
            foreach (var off in ClocksAreOff)
            {
                var time = new TestTime(start.ToDateTimeOffset() + off);
                instances.Add((await RunningBot.StartAsync(storage, prefix, time, change: services => services.Replace(ServiceDescriptor.Singleton<IDigestChannel>(posts)).Replace(ServiceDescriptor.Singleton<IRoster>(new Nobody())), ct: Ct), time));
            }
            var (teams, rounds) = (instances[0].Bot.Services.GetRequiredService<ITeamStore>(), instances[0].Bot.Services.GetRequiredService<IRoundStore>());
            var all = Zones.SelectMany((zone, row) => Enumerable.Range(0, TeamsAZone).Select(number => TeamIn(zone, (row * TeamsAZone) + number, start))).ToList();
            await Parallel.ForEachAsync(all, Ct, async (team, ct) => await teams.AddAsync(team, ct));

            var expected = all.ToDictionary(team => team.Id, team => Openings(team, start).TakeWhile(opening => opening.At < start + Week).ToList());
            var times = all.SelectMany(team => expected[team.Id].SelectMany(opening => new[] { opening.At, RoundSchedule.ClosesAt(team.Settings, opening) })).Distinct().Order().ToList();
            foreach (var at in times.Append(times[^1] + Duration.FromMinutes(5)))
            {
                foreach (var (index, instance) in instances.Index()) instance.Time.MoveTo(at.ToDateTimeOffset() + ClocksAreOff[index]);
                await Task.WhenAll(instances.Select(instance => instance.Bot.WorkAsync(Ct)));
            }

            Assert.Equal(weeks, string.Join(' ', expected.Values.SelectMany(openings => openings).Select(opening => opening.Name.ToString()).Distinct().Order(StringComparer.Ordinal)));
            foreach (var team in all)
            {
                var held = await rounds.BetweenAsync(team.Id, new RoundName(2026, 1), new RoundName(2027, 52), Ct).Where(round => round.OpenedAt < start + Week).ToListAsync(Ct);
                Assert.Equal(expected[team.Id].Select(opening => opening.Name), held.Select(round => round.Id.Name));
                Assert.All(held.Zip(expected[team.Id]), pair => Assert.InRange(pair.First.OpenedAt - pair.Second.At, Duration.Zero, Duration.FromMinutes(4)));
                Assert.All(held, round => Assert.Equal((RoundState.Published, 1), (round.State, posts.Standing(round.Id))));
            }
        }
        finally
        {
            foreach (var (bot, _) in instances) await bot.DisposeAsync();
        }
    }

    /// <summary>Asked on a day and at a full hour of its own; open for a day.</summary>
    private static Team TeamIn(string zone, int number, Instant start) => SampleTeam.With(SampleTeam.Settings(zone, day: (IsoDayOfWeek)((number % 7) + 1), time: new LocalTime(8 + (number % 10), 0), openDays: 1)) with
    {
        Id = new TeamId(Tenant, $"19:{number}@thread.tacv2"),
        ScheduledSince = start,
        Due = start,
    };

    /// <summary>Reckoned from the wall clock of the team's zone, day by day.</summary>
    private static IEnumerable<Opening> Openings(Team team, Instant start)
    {
        for (var date = start.InZone(team.Settings.Zone).Date; ; date = date.PlusDays(1))
        {
            var at = (date + team.Settings.Time).InZoneStrictly(team.Settings.Zone).ToInstant();
            if (date.DayOfWeek == team.Settings.Day && at >= start) yield return new Opening(RoundName.Of(date), at);
        }
    }

    /// <summary>Nobody is there to be asked: this is about when, not whom.</summary>
    private sealed class Nobody : IRoster
    {
        public IAsyncEnumerable<Member> OfAsync(Team team, CancellationToken ct) => AsyncEnumerable.Empty<Member>();
    }

    /// <summary>A channel that every instance posts to, and that counts.</summary>
    private sealed class Posts : IDigestChannel
    {
        private readonly Lock gate = new();
        private readonly Dictionary<string, RoundId> standing = new(StringComparer.Ordinal);
        private int posted;

        public int Standing(RoundId round)
        {
            lock (gate) return standing.Values.Count(posted => posted == round);
        }

        public Task<string?> AnnounceAsync(Team team, Round round, CancellationToken ct)
        {
            lock (gate)
            {
                var post = $"{++posted}";
                standing.Add(post, round.Id);
                return Task.FromResult<string?>(post);
            }
        }

        public Task<PostOutcome> PublishAsync(Team team, Round round, CancellationToken ct)
        {
            lock (gate) return Task.FromResult(standing.ContainsKey(round.Post!) ? PostOutcome.Stands : PostOutcome.NoticeGone);
        }

        public Task WithdrawAsync(Team team, string post, CancellationToken ct)
        {
            lock (gate) standing.Remove(post);
            return Task.CompletedTask;
        }
    }
}
