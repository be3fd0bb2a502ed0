using Azure.Data.Tables;

namespace RetroBot.Host.Storage;

/// <summary>The tables that RetroBot keeps.</summary>
/// <param name="prefix">What their names begin with, where an account is shared; empty otherwise.</param>
internal sealed class Tables(TableServiceClient account, string prefix)
{
    public StorageTable Teams { get; } = new(account.GetTableClient(prefix + Keys.Teams));
    public StorageTable Rounds { get; } = new(account.GetTableClient(prefix + Keys.Rounds));
    public StorageTable CaseStudies { get; } = new(account.GetTableClient(prefix + Keys.CaseStudies));
    public StorageTable Votes { get; } = new(account.GetTableClient(prefix + Keys.Votes));
    public StorageTable Preferences { get; } = new(account.GetTableClient(prefix + Keys.Preferences));
    public StorageTable Organisation { get; } = new(account.GetTableClient(prefix + Keys.Organisation));
}
