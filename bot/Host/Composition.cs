using RetroBot.Host.CaseStudies;
using RetroBot.Host.Catalogs;
using RetroBot.Host.CheckIns;
using RetroBot.Host.Deliveries;
using RetroBot.Host.Diagnosis;
using RetroBot.Host.Local;
using RetroBot.Host.People;
using RetroBot.Host.Privacy;
using RetroBot.Host.Retention;
using RetroBot.Host.Rounds;
using RetroBot.Host.Search;
using RetroBot.Host.Storage;
using RetroBot.Host.Teams;
using RetroBot.Host.Telemetry;
using RetroBot.Host.Web;

namespace RetroBot.Host;

/// <summary>Puts RetroBot together: one call a feature.</summary>
internal static class Composition
{
    /// <exception cref="SettingsException">Settings are missing or wrong; the message names all of them.</exception>
    public static async Task AddRetroBotAsync(this WebApplicationBuilder builder)
    {
        await builder.AddLocalServicesAsync();
        var (configuration, environment) = (builder.Configuration, builder.Environment);
        string[] problems =
        [
            .. TeamsSettings.Problems(configuration, environment),
            .. StorageServices.Problems(configuration),
            .. MasterKeySettings.Problems(configuration, environment),
            .. PaceSettings.Problems(configuration),
            .. RoundDefaults.Problems(configuration),
            .. QuietTime.Problems(configuration),
            .. Leads.Problems(configuration),
            .. RetentionPeriod.Problems(configuration),
            .. PublicAddress.Problems(configuration, environment),
            .. CatalogReaders.Problems(configuration),
            .. WebSettings.Problems(configuration),
            .. SupportContact.Problems(configuration),
            .. UploadAddresses.Problems(configuration),
            .. TelemetrySettings.Problems(configuration),
        ];
        if (problems.Length > 0) throw new SettingsException(problems);

        builder.Logging.KeepConversationsOut();
        builder.AddRequestLimits();
        builder.Services.AddProblemDetails()
            .AddSingleton(TimeProvider.System)
            .AddServiceIdentity(configuration)
            .AddTelemetry(configuration)
            .AddStorage(configuration)
            .AddPrivacy(configuration, environment)
            .AddTeams()
            .AddPages(environment)
            .AddPeople()
            .AddCheckIns()
            .AddCaseStudies()
            .AddRounds()
            .AddDiagnosis()
            .AddRetention()
            .AddDeliveries()
            .AddCatalogs()
            .AddSearch()
            .AddApi();
        builder.AddDemoTeam();
        builder.AddDemoCatalog();
    }

    public static void MapRetroBot(this WebApplication app)
    {
        app.UseExceptionHandler();
        if (!app.Environment.IsDevelopment()) app.UseStrictTransport();
        app.UseRateLimiter();
        app.MapPost("/api/messages", (HttpContext context, MessagesEndpoint endpoint) => endpoint.HandleAsync(context));
        app.MapHealth();
        app.MapPages();
        app.MapApi();
    }
}
