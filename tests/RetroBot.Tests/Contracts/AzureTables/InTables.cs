using RetroBot.Tests.Emulator;

namespace RetroBot.Tests.Contracts.AzureTables;

public sealed class TeamsInTables(StorageEmulator emulator) : TeamStoreContract
{
    protected override Task<Stores> OpenAsync() => TableStores.OpenAsync(emulator);
}

public sealed class LeftTeamsInTables(StorageEmulator emulator) : LeftTeamStoreContract
{
    protected override Task<Stores> OpenAsync() => TableStores.OpenAsync(emulator);
}

public sealed class RoundsInTables(StorageEmulator emulator) : RoundStoreContract
{
    protected override Task<Stores> OpenAsync() => TableStores.OpenAsync(emulator);
}

public sealed class AnswersInTables(StorageEmulator emulator) : AnswerStoreContract
{
    protected override Task<Stores> OpenAsync() => TableStores.OpenAsync(emulator);
}

public sealed class LedgerInTables(StorageEmulator emulator) : LedgerContract
{
    protected override Task<Stores> OpenAsync() => TableStores.OpenAsync(emulator);
}

public sealed class PreferencesInTables(StorageEmulator emulator) : PreferenceStoreContract
{
    protected override Task<Stores> OpenAsync() => TableStores.OpenAsync(emulator);
}

public sealed class ChatsInTables(StorageEmulator emulator) : ChatStoreContract
{
    protected override Task<Stores> OpenAsync() => TableStores.OpenAsync(emulator);
}

public sealed class SendersInTables(StorageEmulator emulator) : SenderLeaseStoreContract
{
    protected override Task<Stores> OpenAsync() => TableStores.OpenAsync(emulator);
}

public sealed class CaseStudiesInTables(StorageEmulator emulator) : CaseStudyStoreContract
{
    protected override Task<Stores> OpenAsync() => TableStores.OpenAsync(emulator);
}

public sealed class QuartersInTables(StorageEmulator emulator) : QuarterStoreContract
{
    protected override Task<Stores> OpenAsync() => TableStores.OpenAsync(emulator);
}

public sealed class VotesInTables(StorageEmulator emulator) : VoteStoreContract
{
    protected override Task<Stores> OpenAsync() => TableStores.OpenAsync(emulator);
}
