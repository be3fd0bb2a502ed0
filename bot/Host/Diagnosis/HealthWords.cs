using RetroBot.Cards.Diagnosis;

namespace RetroBot.Host.Diagnosis;

/// <summary>What checks of the service say to whoever runs it: <c>diagnose</c> says to a lead whom to ask, this says what to do. In English, as settings and logs are.</summary>
internal static class HealthWords
{
    public static string Of(CheckSubject subject, CheckMessage message) => message switch
    {
        CheckMessage.StorageAnswers => "Table Storage can be read and written.",
        CheckMessage.StorageSilent => "Table Storage takes no requests: check Storage:Endpoint (or Storage:ConnectionString), that the service's identity has the role Storage Table Data Contributor, and the account's network rules.",
        CheckMessage.StorageTooNew => "A later version of RetroBot has stored here what this one would misread, so that it uses nothing of it: run that version again, or restore a backup from before it.",
        CheckMessage.MasterKeyThere => "The master key is there.",
        CheckMessage.MasterKeyOutOfReach => "The master key cannot be read anew, and what this instance remembers is used: check RetroBot:MasterKey:VaultUri (or :File), that the service's identity has the role Key Vault Secrets User, and the vault's network rules.",
        CheckMessage.MasterKeyMissing => "The master key cannot be had, so no round opens and no answer is saved: check RetroBot:MasterKey:VaultUri (or :File), that the service's identity has the role Key Vault Secrets User, and that the secret has not been disabled.",
        CheckMessage.NothingIsSigned => "Not needed: MicrosoftAppId is not set, so only this machine's emulator is spoken to.",
        CheckMessage.IdentityKnown => "Entra gives the token with which RetroBot speaks to Teams.",
        CheckMessage.IdentityRefused => "Entra gives no token, so nothing can be sent to Teams: check MicrosoftAppId, MicrosoftAppTenantId and MicrosoftAppType, and that the secret, the certificate or the managed identity is there and has not expired. The log has Entra's words.",
        CheckMessage.SigningKeysThere => "The Bot Framework's signing keys can be read, so what comes from Teams can be told from what does not.",
        CheckMessage.SigningKeysOutOfReach => "The Bot Framework's signing keys are out of reach, so nothing from Teams is taken: let the service call login.botframework.com on port 443, or check ToBotFromChannelOpenIdMetadataUrl.",
        CheckMessage.ClockRight => "The clock is right.",
        CheckMessage.StorageClockDiffers => "This instance's clock and that of storage are more than two minutes apart, and rounds open and close by it: check how the machine keeps its time.",
        CheckMessage.TeamsClockDiffers => "This instance's clock and that of Teams are more than two minutes apart, and rounds open and close by it: check how the machine keeps its time.",
        CheckMessage.TookTooLong => $"{subject} took too long to look at: try again, and look at the network if that goes on.",
        CheckMessage.CheckFailed => $"{subject} could not be looked at. The log says why.",
        _ => throw new ArgumentOutOfRangeException(nameof(message), message, "Not said of the whole service."),
    };
}
