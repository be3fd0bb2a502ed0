namespace RetroBot.Host.Privacy;

/// <summary>Where the master key comes from.</summary>
internal static class MasterKeySettings
{
    private const string FileSetting = "RetroBot:MasterKey:File";

    public static IEnumerable<string> Problems(IConfiguration configuration, IHostEnvironment environment)
    {
        if (string.IsNullOrWhiteSpace(configuration[FileSetting]) && !environment.IsDevelopment())
            yield return $"{FileSetting} is missing: the path of a file with {SecretKey.Length} random bytes in base64 (`openssl rand -base64 {SecretKey.Length}`), kept apart from the storage account and its backups.";
    }

    /// <summary>Adds the master key and what it protects.</summary>
    /// <exception cref="SettingsException">The key cannot be read.</exception>
    public static IServiceCollection AddPrivacy(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        try
        {
            var master = configuration[FileSetting] is { Length: > 0 } file
                ? MasterKeyFile.Read(file)
                : MasterKeyFile.ReadOrMake(Path.Combine(Local.LocalFolder.Of(environment, configuration).Data, "master.key"));
            return services.AddSingleton(master).AddSingleton<KeyWrapping>().AddSingleton<RoundKeys>();
        }
        catch (MasterKeyException wrong)
        {
            throw new SettingsException([wrong.Message]);
        }
    }
}
