using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RetroBot.Core;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.Catalogs;
using RetroBot.Core.CheckIns;
using RetroBot.Core.Deliveries;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;
using RetroBot.Host.Storage;
using RetroBot.Host.Telemetry;
using RetroBot.Tests.Emulator;
using Xunit;

namespace RetroBot.Tests.Contracts.AzureTables;

public sealed class OutageTests(StorageEmulator emulator) : TableTest(emulator)
{
    // Designed for 7 s; the rest is for a busy machine: Teams sends an invoke again after about 15 s.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    [Fact]
    public async Task A_table_that_was_deleted_is_made_again_by_the_next_write()
    {
        await Stores.Rounds.OpenAsync(Samples.Round(), Ct);
        await Table(Keys.Rounds).DeleteAsync(Ct);

        Assert.Null(await Stores.Rounds.FindAsync(Samples.RoundId(), Ct));
        Assert.Empty(await Stores.Answers.OfAsync(Samples.RoundId(), Ct).ToListAsync(Ct));
        await Stores.Rounds.SweepAsync(Samples.RoundId(), Ct);
        Assert.Equal(AnswerOutcome.RoundOver, await Stores.Answers.SaveAsync(Samples.RoundId(), Samples.Sealed(1), Ct));
        Assert.Equal(SaveOutcome.Saved, await Stores.Rounds.OpenAsync(Samples.Round(), Ct));
        Assert.Equal(AnswerOutcome.Kept, await Stores.Answers.SaveAsync(Samples.RoundId(), Samples.Sealed(1), Ct));
    }

    [Fact]
    public async Task Every_store_says_that_storage_is_unavailable_when_nobody_listens()
    {
        using var port = new TcpListener(IPAddress.Loopback, 0);
        port.Start();
        var endpoint = port.LocalEndpoint;
        port.Stop();
        var stores = Registered($"AccountName=a;AccountKey=AAAA;TableEndpoint=http://{endpoint}/a");

        await Assert.ThrowsAsync<StorageUnavailableException>(() => stores.Rounds.FindAsync(Samples.RoundId(), Ct));
        await Assert.ThrowsAsync<StorageUnavailableException>(async () => await stores.Rounds.CountedBeforeAsync(Samples.RoundId(), Ct).ToListAsync(Ct));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => stores.Answers.SaveAsync(Samples.RoundId(), Samples.Sealed(1), Ct));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => stores.Ledger.PlanAsync(Samples.RoundId(), [Samples.Delivery(1)], Ct));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => stores.Preferences.OfAsync(Samples.Tenant, new UserId("u"), Ct));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => stores.Chats.OfAsync(Samples.Tenant, new UserId("u"), Ct));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => stores.Senders.AddAsync(new SenderLease(Samples.Tenant, Guid.NewGuid()), Ct));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => stores.CaseStudies.AddAsync(Samples.CaseStudy(1), Ct));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => stores.Votes.CountAsync(Samples.CaseStudyId(1), Ct));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => stores.Quarters.AddFiguresAsync(Samples.Tenant, new Quarter(2026, 4), Samples.Figures(), Ct));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => stores.Quarters.FiguresAsync(Samples.Tenant, new Quarter(2026, 4), Ct));
        await Assert.ThrowsAsync<StorageUnavailableException>(async () => await stores.Quarters.FiguresAsync(Samples.Tenant, Ct).ToListAsync(Ct));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => stores.Quarters.CombinationsAsync(Samples.Tenant, new Quarter(2026, 4), Ct));
        await Assert.ThrowsAsync<StorageUnavailableException>(async () => await stores.Teams.DueAsync(Samples.Friday, Ct).ToListAsync(Ct));
    }

    [Fact]
    public async Task A_storage_that_never_answers_is_given_up_in_time_to_tell_the_person()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var stores = Registered($"AccountName=a;AccountKey=AAAA;TableEndpoint=http://{silent.LocalEndpoint}/a");
        var watch = Stopwatch.StartNew();
        await Assert.ThrowsAsync<StorageUnavailableException>(() => stores.Answers.SaveAsync(Samples.RoundId(), Samples.Sealed(1), Ct));
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, Patience);
    }

    [Fact]
    public async Task A_caller_who_gives_up_is_not_told_that_storage_is_unavailable()
    {
        using var given = new CancellationTokenSource();
        await given.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Stores.Rounds.FindAsync(Samples.RoundId(), given.Token));
    }

    [Fact]
    public async Task A_wrong_request_is_a_fault_of_ours_and_not_an_outage()
    {
        await Stores.Rounds.OpenAsync(Samples.Round(), Ct);
        var refused = await Assert.ThrowsAnyAsync<RequestFailedException>(() => Stores.Answers.SaveAsync(Samples.RoundId(), new(Samples.Participant(1), new byte[70_000]), Ct));
        Assert.Equal(400, refused.Status);
    }

    [Fact]
    public async Task A_refused_key_is_an_outage()
    {
        var stores = TableStores.On(new TableServiceClient(Account.Uri, new TableSharedKeyCredential("devstoreaccount1", "AAAA")), "t");
        await Assert.ThrowsAsync<StorageUnavailableException>(() => stores.Rounds.OpenAsync(Samples.Round(), Ct));
    }

    [Fact]
    public async Task A_transaction_of_two_partitions_is_refused_before_it_is_sent()
    {
        var table = new Tables(Account, Prefix, new RecentRows(TimeProvider.System), TimeProvider.System).Rounds;
        await Assert.ThrowsAsync<ArgumentException>(() => table.TransactAsync([new(TableTransactionActionType.Add, Row.At("one", "r")), new(TableTransactionActionType.Add, Row.At("other", "r"))], Ct));
        Assert.Empty(await Account.QueryAsync(TableServiceClient.CreateQueryFilter($"TableName eq {Table(Keys.Rounds).Name}"), cancellationToken: Ct).ToListAsync(Ct));
    }

    private static Stores Registered(string connectionString)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Storage:ConnectionString", connectionString)]).Build();
        var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddMetrics().AddTelemetry(configuration).AddStorage(configuration).BuildServiceProvider();
        return new(
            services.GetRequiredService<ITeamStore>(), services.GetRequiredService<ILeftTeamStore>(), services.GetRequiredService<IRoundStore>(), services.GetRequiredService<IAnswerStore>(),
            services.GetRequiredService<ILedger>(), services.GetRequiredService<IPreferenceStore>(), services.GetRequiredService<IChatStore>(), services.GetRequiredService<ISenderLeaseStore>(),
            services.GetRequiredService<ICaseStudyStore>(), services.GetRequiredService<IVoteStore>(), services.GetRequiredService<IQuarterStore>());
    }
}
