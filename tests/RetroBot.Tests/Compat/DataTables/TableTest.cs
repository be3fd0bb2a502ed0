using Azure.Data.Tables;
using RetroBot.Tests.Emulator;
using Xunit;

namespace RetroBot.Tests.Compat.DataTables;

/// <summary>A test with a fresh table in the emulator.</summary>
public abstract class TableTest(StorageEmulator emulator) : IAsyncLifetime
{
    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected string ConnectionString { get; private set; } = "";
    protected TableServiceClient Account { get; private set; } = null!;
    protected TableClient Table { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        ConnectionString = await emulator.ConnectionStringAsync();
        Account = new TableServiceClient(ConnectionString);
        Table = Account.GetTableClient(StorageEmulator.NewPrefix());
        await Table.CreateAsync(Ct);
    }

    public async ValueTask DisposeAsync()
    {
        await Table.DeleteAsync(CancellationToken.None);
        GC.SuppressFinalize(this);
    }
}
