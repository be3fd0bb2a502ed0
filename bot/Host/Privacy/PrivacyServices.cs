using Azure.Core;
using Azure.Security.KeyVault.Secrets;
using Microsoft.AspNetCore.DataProtection;
using RetroBot.Host.Local;

namespace RetroBot.Host.Privacy;

internal static class PrivacyServices
{
    /// <summary>Adds the master keys and what they protect. Nothing is read yet.</summary>
    public static IServiceCollection AddPrivacy(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var settings = MasterKeyOptions.Of(configuration);
        if (settings.VaultUri is { Length: > 0 } vault) services.AddVault(new Uri(vault), settings.Name);
        else services.AddSingleton<IMasterKeySource>(new MasterKeyFiles(FileOf(settings, configuration, environment), settings.PreviousFiles));
        return services.AddSingleton<IDataProtectionProvider, MasterKeyProtection>().AddSingleton<MasterKeyRing>().AddSingleton<KeyWrapping>().AddSingleton<RoundKeys>();
    }

    /// <summary>Reads the master key before the first request: without it nothing that RetroBot is asked for can be done.</summary>
    /// <exception cref="SettingsException">It cannot be read; the message says why and what to do.</exception>
    public static async Task ReadMasterKeyAsync(this WebApplication app, CancellationToken ct = default)
    {
        try
        {
            await app.Services.GetRequiredService<MasterKeyRing>().NewestAsync(ct);
        }
        catch (MasterKeyException wrong)
        {
            throw new SettingsException([wrong.Message]);
        }
    }

    private static void AddVault(this IServiceCollection services, Uri vault, string name) => services
        .AddSingleton(ClientOptions())
        .AddSingleton(provider => new SecretClient(vault, provider.GetRequiredService<TokenCredential>(), provider.GetRequiredService<SecretClientOptions>()))
        .AddSingleton<IMasterKeySource>(provider => new MasterKeyVault(provider.GetRequiredService<SecretClient>(), name, provider.GetRequiredService<TimeProvider>()));

    private static SecretClientOptions ClientOptions() => new()
    {
        Retry = { MaxRetries = 2, Delay = TimeSpan.FromMilliseconds(250), MaxDelay = TimeSpan.FromSeconds(1), NetworkTimeout = TimeSpan.FromSeconds(5) },
    };

    private static string FileOf(MasterKeyOptions settings, IConfiguration configuration, IHostEnvironment environment)
    {
        if (settings.File is { Length: > 0 } named) return named;
        var made = Path.Combine(LocalFolder.Of(environment, configuration).Data, "master.key");
        MasterKeyFile.MakeIfAbsent(made);
        return made;
    }
}
