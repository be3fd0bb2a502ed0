using System.Net;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using RetroBot.Host.Diagnosis;
using RetroBot.Host.Storage;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Contracts.AzureTables;

/// <summary>A service whose storage a later version has taken over, for good or until somebody goes back.</summary>
public sealed class StorageVersionTests(StorageEmulator emulator)
{
    private static readonly string Number = $"v|{StorageVersion.Understood + 1}";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_running_instance_stops_within_a_minute_says_why_and_goes_on_where_it_was_when_the_number_is_gone()
    {
        await using var world = await World.StartAsync(emulator, members: 2, Ct);
        await world.OpenAsync(Ct);
        await PutAsync(world, StorageVersion.Understood + 1);
        world.Time.Advance(TimeSpan.FromMinutes(1));
        var before = await world.DumpAsync(Ct);

        var refused = await World.ChooseAsync(world.Lead, world.CardOf(world.Lead.Person), "rightlyNotUsed", Ct);
        await world.Lead.SayInChannelAsync(world.Team.General, "close now", ct: Ct);
        using var ready = await world.Bot.Http.GetAsync(new Uri(Health.ReadyPath, UriKind.Relative), Ct);

        Assert.Contains("Try again", refused.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Contains("My storage doesn't answer", world.Teams.Posts(world.Team.General)[^1].Card!.Value.GetRawText().Replace("\\u0027", "'", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("A later version of RetroBot has stored here", await ready.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Equal(Rows(before), Rows(await world.DumpAsync(Ct)));

        await world.Table(Keys.Teams).DeleteEntityAsync(Keys.Versions, Number, cancellationToken: Ct);
        await World.ChooseAsync(world.Lead, world.CardOf(world.Lead.Person), "rightlyNotUsed", Ct);
        Assert.Single(await world.AnswerRowsAsync(Ct));
    }

    [Fact]
    public async Task The_number_that_this_version_understands_stops_nothing()
    {
        await using var world = await World.StartAsync(emulator, members: 2, Ct);
        await PutAsync(world, StorageVersion.Understood);

        await world.OpenAsync(Ct);

        Assert.NotNull(world.CardOf(world.Lead.Person));
    }

    /// <summary>Else one request without an answer would keep everybody from storage for a minute.</summary>
    [Fact]
    public async Task What_could_not_be_found_out_is_asked_again_at_once()
    {
        var silence = new SilentOnce();
        var version = new StorageVersion(silence.Account(await emulator.ConnectionStringAsync()).GetTableClient(StorageEmulator.NewPrefix()), TimeProvider.System);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => version.CheckAsync(Ct));
        await version.CheckAsync(Ct);
        await version.CheckAsync(Ct);

        Assert.Equal(2, silence.Asked);
    }

    private static async Task PutAsync(World world, int number)
    {
        await world.Table(Keys.Teams).CreateIfNotExistsAsync(Ct);
        await world.Table(Keys.Teams).AddEntityAsync(new TableEntity(Keys.Versions, $"v|{number}"), Ct);
    }

    private static IEnumerable<string> Rows(IEnumerable<(string Table, TableEntity Row)> rows) => rows.Select(row => $"{row.Table} {row.Row.PartitionKey} {row.Row.RowKey} {row.Row.ETag}").Order(StringComparer.Ordinal);

    private sealed class SilentOnce : RequestPolicy
    {
        public int Asked { get; private set; }

        public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
            ++Asked == 1 ? ValueTask.FromException(new TaskCanceledException("No answer in time.")) : ProcessNextAsync(message, pipeline);
    }
}
