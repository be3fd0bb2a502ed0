using System.Text;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Extensions;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.Catalogs;
using RetroBot.Core.People;
using RetroBot.Host.Storage;
using RetroBot.Host.Storage.Backups;
using RetroBot.Simulation.Connector;
using RetroBot.Tests.Contracts;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Backups;

/// <summary>What a running service stores is backed up, restored into empty storage under another master key, and gone on with.</summary>
public sealed class BackupTests(StorageEmulator emulator)
{
    private const int Seed = 20261122;
    private const int Members = 7;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_holds_a_backup_holds_nothing_that_a_close_or_the_end_of_voting_destroys()
    {
        await using var world = await LiveAsync();
        Assert.NotEmpty(await world.AnswerRowsAsync(Ct));

        var text = Encoding.UTF8.GetString(await BackUpAsync(world));

        Assert.DoesNotContain("\"Sealed\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("WrappedKey", text, StringComparison.Ordinal);
        Assert.DoesNotContain("MasterKeyId", text, StringComparison.Ordinal);
        Assert.DoesNotContain("WrappedVoteKey", text, StringComparison.Ordinal);
        Assert.DoesNotContain("2026-W48\",\"row\"", text, StringComparison.Ordinal);
        var gone = new[] { AnswerStore.Answers, Ledger.Lines, RoundStore.Gates, VoteStore.Votes, SenderLeaseStore.Leases };
        foreach (var (table, row) in await world.DumpAsync(Ct))
        {
            if (gone.Any(kind => kind.Includes(table, row.RowKey))) Assert.DoesNotContain($"\"table\":\"{table}\",\"partition\":\"{row.PartitionKey}\",\"row\":\"{row.RowKey}\"", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Everything_else_is_there_after_it_was_restored_and_the_next_round_reaches_the_same_people()
    {
        byte[] file;
        string catalog;
        await using (var before = await LiveAsync())
        {
            file = await BackUpAsync(before);
            catalog = await CatalogAsync(before);
        }

        await using var world = await StartAsync();
        world.Team.HasTheBot = true;
        await RestoreAsync(world, file);

        Assert.Equal(catalog, await CatalogAsync(world));
        world.Time.Advance(TimeSpan.FromDays(7));
        await world.OpenInstalledAsync(Ct);
        Assert.Equal(0, world.Teams.Requests.Count(ConnectorOperation.CreateConversation));
        Assert.All(world.Team.Members.SkipLast(1), member => Assert.Single(world.Teams.Inbox(member)));
        Assert.Empty(world.Teams.Inbox(world.Team.Members[^1]));
        foreach (var member in world.Team.Members.SkipLast(1)) await World.AnswerAsync(world.As(member), world.CardOf(member), "helped", World.Details, Ct);
        await world.CloseAsync(Ct);
        Assert.Contains(world.Teams.Posts(world.Team.General), post => post.Card?.GetRawText().Contains("2026-W49", StringComparison.Ordinal) == true);
    }

    private static async Task<byte[]> BackUpAsync(World world)
    {
        using var file = new MemoryStream();
        var count = await BackupFile.WriteAsync(file, world.Time.GetUtcNow().ToInstant(), new Backup(TablesOf(world)).ReadAsync(Ct), _ => { }, Ct);
        Assert.InRange(count, 10, 100);
        return file.ToArray();
    }

    private static async Task RestoreAsync(World world, byte[] file)
    {
        using var stream = new MemoryStream(file);
        // Simulated Teams has another address each time it is started.
        await new Backup(TablesOf(world)).RestoreAsync(stream, _ => { }, Ct);
        foreach (var row in await world.RowsAsync(Keys.Teams, Ct))
        {
            if (!row.ContainsKey(nameof(TeamRow.ServiceUrl))) continue;
            row[nameof(TeamRow.ServiceUrl)] = world.Teams.ServiceUrl.ToString();
            await world.Table(Keys.Teams).UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, Ct);
        }
    }

    private static Tables TablesOf(World world) => world.Bot.Services.GetRequiredService<Tables>();

    private static async Task<string> CatalogAsync(World world)
    {
        var (tenant, services) = (new TenantId(world.Team.Tenant.Id.ToString()), world.Bot.Services);
        var studies = await services.GetRequiredService<ICaseStudyStore>().PublishedAsync(tenant, Ct).ToListAsync(Ct);
        var figures = await services.GetRequiredService<IQuarterStore>().FiguresAsync(tenant, new Quarter(2026, 3), Ct);
        Assert.NotNull(figures);
        return string.Join('\n', studies.Select(study => $"{study.Story} {study.Round} {study.Withdraw} {study.Support.Worked.Band}")) + figures;
    }

    /// <summary>A team with a closed round, a published case study with a vote, three answers in its second round, and somebody who has stopped.</summary>
    private async Task<World> LiveAsync()
    {
        var world = await StartAsync();
        await world.As(world.Team.Members[^1]).SayInPersonalAsync("stop", Ct);
        await world.OpenAsync(Ct);
        foreach (var member in world.Team.Members.SkipLast(1)) await World.AnswerAsync(world.As(member), world.CardOf(member), "helped", World.Details, Ct);
        var (tenant, services) = (new TenantId(world.Team.Tenant.Id.ToString()), world.Bot.Services);
        await services.GetRequiredService<IQuarterStore>().AddFiguresAsync(tenant, new Quarter(2026, 3), Samples.Figures(), Ct);
        await services.GetRequiredService<IQuarterStore>().AddCombinationsAsync(tenant, new Quarter(2026, 3), new HashSet<Combination> { Combination.Blank }, Ct);
        await world.CloseAsync(Ct);
        world.Time.Advance(TimeSpan.FromDays(7));
        await world.OpenInstalledAsync(Ct);
        foreach (var member in world.Team.Members.Take(3)) await World.AnswerAsync(world.As(member), world.CardOf(member), "rightlyNotUsed", details: null, Ct);
        return world;
    }

    private async Task<World> StartAsync()
    {
        var world = await World.StartAsync(emulator, Members, Ct, seed: Seed);
        foreach (var member in world.Team.Members) world.As(member).Compose.PersonalMessage("hello");
        return world;
    }
}
