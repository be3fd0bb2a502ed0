using Azure.Data.Tables;
using RetroBot.Host.Telemetry;

namespace RetroBot.Host.Storage;

/// <summary>The tables that RetroBot keeps.</summary>
/// <param name="prefix">What their names begin with, where an account is shared; empty otherwise.</param>
/// <param name="instruments">Null where nobody counts faults.</param>
internal sealed class Tables(TableServiceClient account, string prefix, RecentRows recent, StorageInstruments? instruments = null)
{
    public StorageTable Teams { get; } = new(account.GetTableClient(prefix + Keys.Teams), recent, instruments);
    public StorageTable Rounds { get; } = new(account.GetTableClient(prefix + Keys.Rounds), recent, instruments);
    public StorageTable CaseStudies { get; } = new(account.GetTableClient(prefix + Keys.CaseStudies), recent, instruments);
    public StorageTable Votes { get; } = new(account.GetTableClient(prefix + Keys.Votes), recent, instruments);
    public StorageTable Preferences { get; } = new(account.GetTableClient(prefix + Keys.Preferences), recent, instruments);
    public StorageTable Chats { get; } = new(account.GetTableClient(prefix + Keys.Chats), recent, instruments);
    public StorageTable Senders { get; } = new(account.GetTableClient(prefix + Keys.Senders), recent, instruments);
    public StorageTable Organisation { get; } = new(account.GetTableClient(prefix + Keys.Organisation), recent, instruments);
}
