using System.Text;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Extensions;
using RetroBot.Cards.CaseStudies;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.Catalogs;
using RetroBot.Core.People;
using RetroBot.Host.Storage;
using RetroBot.Host.Storage.Backups;
using RetroBot.Simulation.Connector;
using RetroBot.Tests.CaseStudies;
using RetroBot.Tests.Contracts;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Backups;

/// <summary>What a running service stores is backed up, restored into empty storage under another master key, and gone on with.</summary>
public sealed class BackupTests(StorageEmulator emulator)
{
    /// <summary>Of all ids in simulated Teams, so that people, teams and chats are the same in both.</summary>
    private const int Seed = 20261122;

    /// <summary>The last of them has stopped.</summary>
    private const int Members = 7;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_holds_a_backup_holds_nothing_that_a_close_or_the_end_of_voting_destroys()
    {
        await using var world = await LiveAsync();
        RowKind[] passing = [AnswerStore.Answers, Ledger.Lines, RoundStore.Gates, VoteStore.Votes];

        var file = await BackUpAsync(world);

        var rows = await world.DumpAsync(Ct);
        Assert.All(passing, kind => Assert.Contains(rows, row => kind.Includes(row.Table, row.Row.RowKey)));
        foreach (var (_, row) in rows.Where(row => passing.Any(kind => kind.Includes(row.Table, row.Row.RowKey)) || row.Row.ContainsKey(nameof(RoundRow.WrappedKey))))
            Assert.DoesNotContain($"\"partition\":\"{row.PartitionKey}\",\"row\":\"{row.RowKey}\"", file, StringComparison.Ordinal);
        foreach (var secret in rows.SelectMany(row => row.Row.Select(column => column.Value).OfType<byte[]>()).Where(bytes => bytes.Length > 40).Select(Convert.ToBase64String).Except(Combined(rows), StringComparer.Ordinal))
            Assert.DoesNotContain(secret, file, StringComparison.Ordinal);
        Assert.DoesNotContain(nameof(CaseStudyRow.WrappedVoteKey), file, StringComparison.Ordinal);
        Assert.DoesNotContain(nameof(RoundRow.MasterKeyId), file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_restore_the_open_round_is_asked_anew_everybody_is_known_and_numbers_are_held_against_those_read_before()
    {
        string file, catalog;
        await using (var before = await LiveAsync())
        {
            file = (await BackUpAsync(before)).Replace(before.Teams.ServiceUrl.ToString(), "{Teams}", StringComparison.Ordinal);
            catalog = await CatalogAsync(before);
        }
        await using var world = await StartAsync();
        world.Team.HasTheBot = true;
        world.Time.Advance(TimeSpan.FromDays(7));
        await RestoreAsync(world, file.Replace("{Teams}", world.Teams.ServiceUrl.ToString(), StringComparison.Ordinal));
        var asked = world.Team.Members.SkipLast(1).ToList();

        Assert.Equal(catalog, await CatalogAsync(world));
        await world.Bot.WorkAsync(Ct);
        Assert.Equal(0, world.Teams.Requests.Count(ConnectorOperation.CreateConversation));
        Assert.All(asked, member => Assert.Single(world.Teams.Inbox(member)));
        Assert.Empty(world.Teams.Inbox(world.Team.Members[^1]));

        foreach (var member in asked) await World.AnswerAsync(world.As(member), world.CardOf(member), "helped", World.Details, Ct);
        await world.CloseAsync(Ct);
        var digest = CardText.Of(world.Teams.Posts(world.Team.General)[^1].Card);
        Assert.Contains("2026-W48", digest, StringComparison.Ordinal);
        Assert.Contains("These are still those of the week of 16 November", digest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_restored_over_anything_else()
    {
        await using var world = await LiveAsync();
        var file = await BackUpAsync(world);
        var before = (await world.DumpAsync(Ct)).Count;

        var refused = await Assert.ThrowsAsync<BackupException>(() => RestoreAsync(world, file));

        Assert.Contains("is not empty", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, (await world.DumpAsync(Ct)).Count);
    }

    [Theory]
    [InlineData("teams", "t|tenant|team", "Colour", "a column Colour")]
    [InlineData("teams", "y|tenant|team", "Name", "a row in the table teams")]
    public async Task What_a_later_version_has_stored_is_left_to_that_version(string table, string row, string column, string told)
    {
        await using var world = await StartAsync();
        await world.InstallAsync(Ct);
        await world.Table(table).AddEntityAsync(new TableEntity("00", row) { [column] = "blue" }, Ct);

        var refused = await Assert.ThrowsAsync<BackupException>(() => BackUpAsync(world));

        Assert.Contains(told, refused.Message, StringComparison.Ordinal);
    }

    /// <summary>What quarters may show is compressed, and no secret.</summary>
    private static IEnumerable<string> Combined(IEnumerable<(string Table, TableEntity Row)> rows) =>
        rows.Where(row => QuarterStore.Combinations.Includes(row.Table, row.Row.RowKey)).SelectMany(row => row.Row.Select(column => column.Value).OfType<byte[]>()).Select(Convert.ToBase64String);

    private static async Task<string> BackUpAsync(World world)
    {
        using var file = new MemoryStream();
        await BackupFile.WriteAsync(file, world.Time.GetUtcNow().ToInstant(), BackupOf(world).ReadAsync(Ct), _ => { }, Ct);
        return Encoding.UTF8.GetString(file.ToArray());
    }

    private static async Task RestoreAsync(World world, string text)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var count = await BackupOf(world).RestoreAsync(file, world.Time.GetUtcNow().ToInstant(), _ => { }, Ct);
        Assert.Equal(text.Trim().Split('\n').Length - 2, count);
    }

    private static Backup BackupOf(World world) => new(world.Bot.Services.GetRequiredService<Tables>());

    private static async Task<string> CatalogAsync(World world)
    {
        var (tenant, services) = (new TenantId(world.Team.Tenant.Id.ToString()), world.Bot.Services);
        var study = await services.GetRequiredService<ICaseStudyStore>().PublishedAsync(tenant, Ct).SingleAsync(Ct);
        var figures = await services.GetRequiredService<IQuarterStore>().FiguresAsync(tenant, new Quarter(2026, 3), Ct);
        var combinations = await services.GetRequiredService<IQuarterStore>().CombinationsAsync(tenant, new Quarter(2026, 3), Ct);
        return $"{study.Story.Title} {study.Round} {study.Withdraw} {figures!.Figures.Count} {combinations!.Single()}";
    }

    /// <summary>A team with a closed round, a published case study with a vote, three answers in its second round, and somebody who has stopped; beside it a closed quarter.</summary>
    private async Task<World> LiveAsync()
    {
        var world = await StartAsync();
        await world.As(world.Team.Members[^1]).SayInPersonalAsync("stop", Ct);
        await world.OpenAsync(Ct);
        await new Author(world, world.Team.Members[1]).PublishAsync();
        foreach (var member in world.Team.Members.SkipLast(1)) await World.AnswerAsync(world.As(member), world.CardOf(member), "helped", World.Details, Ct);
        await world.CloseAsync(Ct);
        await VotingTests.VoteAsync(world, world.Team.Members[3], VoteChoice.Worked);
        var (tenant, quarters) = (new TenantId(world.Team.Tenant.Id.ToString()), world.Bot.Services.GetRequiredService<IQuarterStore>());
        await quarters.AddFiguresAsync(tenant, new Quarter(2026, 3), Samples.Figures(), Ct);
        await quarters.AddCombinationsAsync(tenant, new Quarter(2026, 3), new HashSet<Combination> { Combination.Blank }, Ct);
        world.Time.Advance(TimeSpan.FromDays(7));
        await world.OpenInstalledAsync(Ct);
        foreach (var member in world.Team.Members.Take(3)) await World.AnswerAsync(world.As(member), world.CardOf(member), "rightlyNotUsed", details: null, Ct);
        return world;
    }

    private async Task<World> StartAsync()
    {
        var world = await World.StartAsync(emulator, Members, Ct, seed: Seed);
        // In this order, since who is written to first is a matter of chance; to compose is to open the chat.
        foreach (var member in world.Team.Members) world.As(member).Compose.PersonalMessage("hello");
        return world;
    }
}
