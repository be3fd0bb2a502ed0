using Azure.Data.Tables;
using RetroBot.Host.Storage;
using RetroBot.Tests.Emulator;

namespace RetroBot.Tests.Contracts.AzureTables;

/// <summary>The stores on tables of their own in the emulator.</summary>
internal static class TableStores
{
    public static async Task<Stores> OpenAsync(StorageEmulator emulator) => On(new TableServiceClient(await emulator.ConnectionStringAsync()), StorageEmulator.NewPrefix());

    public static Stores On(TableServiceClient account, string prefix)
    {
        var tables = new Tables(account, prefix, new RecentRows(TimeProvider.System), TimeProvider.System);
        return new Stores(new TeamStore(tables), new LeftTeamStore(tables), new RoundStore(tables), new AnswerStore(tables), new Ledger(tables), new PreferenceStore(tables), new ChatStore(tables), new SenderLeaseStore(tables), new CaseStudyStore(tables), new VoteStore(tables), new QuarterStore(tables));
    }
}
