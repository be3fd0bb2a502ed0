using Azure.Core;
using Azure.Identity;
using RetroBot.Host.Storage;

namespace RetroBot.Host;

/// <summary>Who RetroBot is towards Azure: storage and the key vault know it by the same identity.</summary>
internal static class ServiceIdentity
{
    public static IServiceCollection AddServiceIdentity(this IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton<TokenCredential>(_ => ClientIdOf(configuration) is { } client
            ? new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(client))
            : new DefaultAzureCredential());

    /// <summary>The client id of the user-assigned managed identity that the settings name; the bot's own, where it has one.</summary>
    /// <returns>Null for the service's own identity or, on a developer's machine, the developer's.</returns>
    public static string? ClientIdOf(IConfiguration configuration)
    {
        if (configuration[$"{StorageOptions.Section}:{nameof(StorageOptions.ClientId)}"] is { Length: > 0 } named) return named;
        return configuration["MicrosoftAppType"]?.Trim() == "UserAssignedMSI" && configuration["MicrosoftAppId"]?.Trim() is { Length: > 0 } bot ? bot : null;
    }
}
