using Azure.Data.Tables;

namespace RetroBot.Host.Storage;

/// <summary>The tables that RetroBot keeps.</summary>
/// <param name="prefix">What their names begin with, where an account is shared; empty otherwise.</param>
internal sealed class Tables(TableServiceClient account, string prefix, RecentRows recent)
{
    public StorageTable Teams { get; } = new(account.GetTableClient(prefix + Keys.Teams), recent);
    public StorageTable Rounds { get; } = new(account.GetTableClient(prefix + Keys.Rounds), recent);
    public StorageTable CaseStudies { get; } = new(account.GetTableClient(prefix + Keys.CaseStudies), recent);
    public StorageTable Votes { get; } = new(account.GetTableClient(prefix + Keys.Votes), recent);
    public StorageTable Preferences { get; } = new(account.GetTableClient(prefix + Keys.Preferences), recent);
    public StorageTable Chats { get; } = new(account.GetTableClient(prefix + Keys.Chats), recent);
    public StorageTable Senders { get; } = new(account.GetTableClient(prefix + Keys.Senders), recent);
    public StorageTable Organisation { get; } = new(account.GetTableClient(prefix + Keys.Organisation), recent);
}
