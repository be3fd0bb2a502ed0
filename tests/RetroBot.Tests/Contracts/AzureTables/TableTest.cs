using Azure.Data.Tables;
using RetroBot.Tests.Emulator;
using Xunit;

namespace RetroBot.Tests.Contracts.AzureTables;

/// <summary>A test that looks behind the stores, at the tables themselves.</summary>
public abstract class TableTest(StorageEmulator emulator) : IAsyncLifetime
{
    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>What the names of the tables begin with.</summary>
    protected string Prefix { get; } = StorageEmulator.NewPrefix();

    protected TableServiceClient Account { get; private set; } = null!;
    protected Stores Stores { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Account = new TableServiceClient(await emulator.ConnectionStringAsync());
        Stores = TableStores.On(Account, Prefix);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    protected TableClient Table(string name) => Account.GetTableClient(Prefix + name);

    protected Task<List<TableEntity>> RowsOf(string table) => Table(table).QueryAsync<TableEntity>(cancellationToken: Ct).ToListAsync(Ct).AsTask();
}
