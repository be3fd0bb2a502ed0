using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Azure.Data.Tables;
using RetroBot.Simulation;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Soak;

/// <summary>Many teams, many weeks, two instances that are killed again and again: in the end the books agree, and a service that lives long is no larger for it. A week is a line in the output.</summary>
public sealed class SoakTests(StorageEmulator emulator, ITestOutputHelper output)
{
    /// <summary>Megabytes. The collector keeps what it may need soon, and code that was compiled stays; what leaks grows with the rounds, of which a year of 200 teams has ten thousand.</summary>
    private const int MemoryTolerance = 60;

    /// <summary>Connections to storage and Teams, which are kept for a while after many were needed at once.</summary>
    private const int HandlesTolerance = 40;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_weeks_of_coming_and_going_and_of_deaths_every_card_and_every_answer_is_accounted_for()
    {
        var size = SoakSize.Chosen();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{size.Weeks} weeks, {size.Teams} teams of {SoakSize.Smallest} to {size.Largest}, seed {size.Seed}."));
        var random = new Random(size.Seed);
        var keyFile = Path.Combine(Path.GetTempPath(), $"retrobot-{Guid.NewGuid():N}.key");
        await File.WriteAllTextAsync(keyFile, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)), Ct);
        var (storage, prefix) = (await emulator.ConnectionStringAsync(), StorageEmulator.NewPrefix());

        Service? running = null;
        await using var clock = new SharedClock();
        await using var teams = await TeamsSimulator.StartAsync(time: clock.Time, keeping: new Keeping(PerChat: 2, PerChannel: 8, Requests: 10), cardName: activity =>
        {
            running?.Happened();
            return CardNames.Of(activity);
        }, ct: Ct);
        var organisation = new Organisation(teams, size, random);
        string[] settings = [$"--Storage:ConnectionString={storage}", $"--Storage:TablePrefix={prefix}", $"--RetroBot:MasterKey:File={keyFile}"];
        await using var service = await Service.StartAsync(settings, clock, new Random(size.Seed), most: 2 * organisation.People, Ct);
        running = service;
        var books = new Reconciliation(teams.Record);
        var tables = new SoakTables(new TableServiceClient(storage), prefix);
        var standstill = new Standstill(service, clock, tables);
        var year = new Year(
            teams, service, clock, organisation, books, tables, new Answering(teams, service, books, random), new Living(teams, service, clock, organisation, tables, random), standstill);

        var before = default(Footprint);
        var watch = Stopwatch.StartNew();
        await year.InstallAsync(Ct);
        for (var week = 1; week <= size.Weeks; week++)
        {
            await year.WeekAsync(Ct);
            if (service.Survivor is not null && before == default) before = await WeighAsync(service, clock);
            // Long enough that it has done everything once before it is weighed for the first time, a week later.
            if (week == (size.Weeks + 5) / 6) service.Survivor = service.First;
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"week {week}: {organisation.People} people, {books.Answers} answers counted, {service.Kills} deaths, {books.Differences.Count} differences, {watch.Elapsed.TotalMinutes:0.0} min, {standstill.Waited.TotalMinutes:0.0} of them for the service"));
        }
        await year.EndAsync(Ct);
        var after = await WeighAsync(service, clock);

        foreach (var difference in books.Differences.Take(50)) output.WriteLine(difference);
        output.WriteLine($"{books}; {service.Kills} deaths.");
        output.WriteLine($"The instance that lived longest: {before} at first, {after} in the end.");
        File.Delete(keyFile);
        Assert.Empty(books.Differences);
        Assert.InRange(service.Kills, size.Weeks, int.MaxValue);
        Assert.InRange(after.Memory, 0, before.Memory + MemoryTolerance);
        Assert.InRange(after.Handles, 0, before.Handles + HandlesTolerance);
    }

    private static async Task<Footprint> WeighAsync(Service service, SharedClock clock)
    {
        await clock.CollectAsync(Ct);
        return Footprint.Of(service.First.ProcessId);
    }
}
