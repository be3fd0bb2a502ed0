using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using RetroBot.Host;
using Xunit;

namespace RetroBot.Tests.Infra;

/// <summary>The settings that are deployed, given to RetroBot itself.</summary>
public sealed partial class AppSettingsTests
{
    private static readonly string[] NotRetroBots = ["Logging:Console:FormatterName", "Logging:Console:FormatterOptions:SingleLine", "WEBSITE_RUN_FROM_PACKAGE", "APPLICATIONINSIGHTS_STATSBEAT_DISABLED"];

    /// <summary>By names as the program knows them, values as Azure would give them.</summary>
    private static readonly Dictionary<string, string?> Samples = new(StringComparer.Ordinal)
    {
        ["MicrosoftAppType"] = "UserAssignedMSI",
        ["MicrosoftAppId"] = "0a1b2c3d-0000-4000-8000-000000000001",
        ["MicrosoftAppTenantId"] = "0a1b2c3d-0000-4000-8000-000000000002",
        ["Storage:Endpoint"] = "https://retro0123456789abc.table.core.windows.net/",
        ["RetroBot:MasterKey:VaultUri"] = "https://retro-0123456789abc.vault.azure.net/",
        ["RetroBot:MasterKey:Name"] = "retrobot-master-key",
        ["RetroBot:Address"] = "https://retrobot-0123456789abc.azurewebsites.net",
        ["RetroBot:DefaultTimeZone"] = "UTC",
        ["RetroBot:QuietHours"] = "20:00-07:00",
        ["RetroBot:RetentionWeeks"] = "26",
        ["RetroBot:Web:Readers"] = "owners",
        ["RetroBot:Web:ClientId"] = "",
        ["RetroBot:Web:Audience"] = "",
        ["RetroBot:SupportContact"] = "",
        ["APPLICATIONINSIGHTS_CONNECTION_STRING"] = "InstrumentationKey=0a1b2c3d-0000-4000-8000-000000000005;IngestionEndpoint=https://westeurope-5.in.applicationinsights.azure.com/;LiveEndpoint=https://westeurope.livediagnostics.monitor.azure.com/;ApplicationId=0a1b2c3d-0000-4000-8000-000000000006",
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "",
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        ["RetroBot:Leads:0"] = "0a1b2c3d-0000-4000-8000-000000000003",
        ["RetroBot:ProgramOwners:0"] = "0a1b2c3d-0000-4000-8000-000000000004",
    };

    /// <summary>An audience may be any text.</summary>
    private static readonly string[] TakenAsTheyAre = ["RetroBot:Web:Audience"];

    [Fact]
    public void What_is_deployed_is_what_is_tried_here()
    {
        var deployed = Name().Matches(InfraFiles.All["modules/app.bicep"]).Select(match => match.Groups["name"].Value.Replace("__", ":", StringComparison.Ordinal).Replace("${i}", "0", StringComparison.Ordinal));

        Assert.Equal([.. Samples.Keys.Concat(NotRetroBots).Order(StringComparer.Ordinal)], deployed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task RetroBot_starts_with_what_is_deployed() => await BuildAsync(Samples);

    [Fact]
    public async Task Each_setting_is_one_that_RetroBot_reads()
    {
        foreach (var name in Samples.Keys.Except(TakenAsTheyAre, StringComparer.Ordinal))
        {
            var refused = await Assert.ThrowsAsync<SettingsException>(() => BuildAsync(new(Samples, StringComparer.Ordinal) { [name] = "no value of it!" }));

            Assert.Contains(name.Replace(":0", "", StringComparison.Ordinal), refused.Message, StringComparison.Ordinal);
        }
    }

    private static async Task BuildAsync(Dictionary<string, string?> settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Production });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(settings);
        await builder.AddRetroBotAsync();
    }

    [GeneratedRegex(@"name: '(?<name>(RetroBot__|Storage__|Logging__|MicrosoftApp|WEBSITE_|APPLICATIONINSIGHTS_|OTEL_)[^']+)'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();
}
