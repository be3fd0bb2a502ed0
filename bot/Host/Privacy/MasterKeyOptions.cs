namespace RetroBot.Host.Privacy;

/// <summary>Where the master keys are: section <c>RetroBot:MasterKey</c>.</summary>
internal sealed class MasterKeyOptions
{
    public const string Section = "RetroBot:MasterKey";

    /// <summary>An Azure Key Vault, reached with the service's identity. Either this or <see cref="File"/>; in Development neither is needed.</summary>
    public string? VaultUri { get; set; }

    /// <summary>The vault's secret whose versions are the keys.</summary>
    public string Name { get; set; } = "retrobot-master-key";

    /// <summary>The path of the file that holds the key.</summary>
    public string? File { get; set; }

    /// <summary>The paths of the files whose keys wrapped before.</summary>
    public string[] PreviousFiles { get; set; } = [];

    public static MasterKeyOptions Of(IConfiguration configuration) => configuration.GetSection(Section).Get<MasterKeyOptions>() ?? new MasterKeyOptions();
}
