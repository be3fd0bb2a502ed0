using Azure.Data.Tables;
using RetroBot.Host.Telemetry;

namespace RetroBot.Host.Storage;

/// <summary>The tables that RetroBot keeps.</summary>
internal sealed class Tables
{
    /// <param name="prefix">What their names begin with, where an account is shared; empty otherwise.</param>
    /// <param name="instruments">Null where nobody counts faults.</param>
    public Tables(TableServiceClient account, string prefix, RecentRows recent, TimeProvider time, StorageInstruments? instruments = null)
    {
        var version = new StorageVersion(account.GetTableClient(prefix + Keys.Teams), time);
        Teams = Open(Keys.Teams);
        Rounds = Open(Keys.Rounds);
        CaseStudies = Open(Keys.CaseStudies);
        Votes = Open(Keys.Votes);
        Preferences = Open(Keys.Preferences);
        Chats = Open(Keys.Chats);
        Senders = Open(Keys.Senders);
        Organisation = Open(Keys.Organisation);

        StorageTable Open(string name) => new(account.GetTableClient(prefix + name), recent, version, instruments);
    }

    public StorageTable Teams { get; }
    public StorageTable Rounds { get; }
    public StorageTable CaseStudies { get; }
    public StorageTable Votes { get; }
    public StorageTable Preferences { get; }
    public StorageTable Chats { get; }
    public StorageTable Senders { get; }
    public StorageTable Organisation { get; }
}
