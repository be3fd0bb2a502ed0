using Azure.Core;
using Azure.Data.Tables;
using Microsoft.Extensions.Options;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.Catalogs;
using RetroBot.Core.CheckIns;
using RetroBot.Core.Deliveries;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;
using RetroBot.Host.Diagnosis;
using RetroBot.Host.Telemetry;

namespace RetroBot.Host.Storage;

internal static class StorageServices
{
    /// <summary>Keeps everything in Azure Table Storage. No request is sent before the first use, so that the service starts while storage is down.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IValidateOptions<StorageOptions>, StorageOptionsValidator>();
        services.AddOptions<StorageOptions>().Bind(configuration.GetSection(StorageOptions.Section)).ValidateOnStart();
        return services
            .AddSingleton<RecentRows>()
            .AddSingleton(provider => Open(provider.GetRequiredService<IOptions<StorageOptions>>().Value, provider))
            .AddSingleton<ITeamStore, TeamStore>()
            .AddSingleton<ILeftTeamStore, LeftTeamStore>()
            .AddSingleton<IRoundStore, RoundStore>()
            .AddSingleton<IAnswerStore, AnswerStore>()
            .AddSingleton<IQuarterStore, QuarterStore>()
            .AddSingleton<ILedger, Ledger>()
            .AddSingleton<ICaseStudyStore, CaseStudyStore>()
            .AddSingleton<IVoteStore, VoteStore>()
            .AddSingleton<IPreferenceStore, PreferenceStore>()
            .AddSingleton<IChatStore, ChatStore>()
            .AddSingleton<ISenderLeaseStore, SenderLeaseStore>()
            .AddSingleton<IStorageProbe, StorageProbe>();
    }

    /// <summary>What is wrong with the settings of storage.</summary>
    public static IEnumerable<string> Problems(IConfiguration configuration) =>
        new StorageOptionsValidator().Validate(name: null, configuration.GetSection(StorageOptions.Section).Get<StorageOptions>() ?? new StorageOptions()).Failures ?? [];

    private static Tables Open(StorageOptions options, IServiceProvider provider) => new(
        options.ConnectionString is { Length: > 0 } connection
            ? new TableServiceClient(connection, ClientOptions())
            : new TableServiceClient(new Uri(options.Endpoint!), provider.GetRequiredService<TokenCredential>(), ClientOptions()),
        options.TablePrefix,
        provider.GetRequiredService<RecentRows>(),
        provider.GetRequiredService<TimeProvider>(),
        provider.GetRequiredService<StorageInstruments>());

    /// <remarks>Three attempts of at most 2 s and the pauses between them end within 8 s: Teams sends an invoke again when it has no answer after about 15 s.</remarks>
    private static TableClientOptions ClientOptions() => new()
    {
        Retry = { MaxRetries = 2, Delay = TimeSpan.FromMilliseconds(250), MaxDelay = TimeSpan.FromSeconds(1), NetworkTimeout = TimeSpan.FromSeconds(2) },
    };
}
