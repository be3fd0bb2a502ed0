using Azure.Data.Tables;
using RetroBot.Tests.Emulator;
using Xunit;

namespace RetroBot.Tests.Contracts.AzureTables;

/// <summary>A test that looks behind the stores, at the tables themselves.</summary>
public abstract class TableTest(StorageEmulator emulator) : IAsyncLifetime
{
    private readonly string _prefix = StorageEmulator.NewPrefix();

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected TableServiceClient Account { get; private set; } = null!;
    protected Stores Stores { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Account = new TableServiceClient(await emulator.ConnectionStringAsync());
        Stores = TableStores.On(Account, _prefix);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    protected TableClient Table(string name) => Account.GetTableClient(_prefix + name);

    protected Task<List<TableEntity>> RowsOf(string table) => Table(table).QueryAsync<TableEntity>(cancellationToken: Ct).ToListAsync(Ct).AsTask();
}
