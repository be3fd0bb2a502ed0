namespace RetroBot.Host.Storage;

/// <summary>One column of a kind of row, as it is described to members and auditors.</summary>
internal sealed record StoredColumn(string Name, Topic Topic, string Purpose, bool IsPersonal, Until Until);
