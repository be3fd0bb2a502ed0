using RetroBot.Host;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Startup;

/// <summary>Outside Development RetroBot starts with complete settings, or says everything that is missing at once.</summary>
public sealed class SettingsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_an_app_id_it_starts_in_Development_only_and_names_every_missing_setting()
    {
        var refusal = await RefusalAsync(new(StringComparer.Ordinal) { ["RetroBot:MasterKey:File"] = "" });

        Assert.Contains("MicrosoftAppId", refusal, StringComparison.Ordinal);
        Assert.Contains("MicrosoftAppType", refusal, StringComparison.Ordinal);
        Assert.Contains("MicrosoftAppTenantId", refusal, StringComparison.Ordinal);
        Assert.Contains("Storage:Endpoint", refusal, StringComparison.Ordinal);
        Assert.Contains("RetroBot:MasterKey:File", refusal, StringComparison.Ordinal);
        Assert.Contains("RetroBot:Address", refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MicrosoftAppId", "my-bot")]
    [InlineData("MicrosoftAppType", "MultiTenant")]
    [InlineData("MicrosoftAppTenantId", "contoso.com")]
    [InlineData("RetroBot:DefaultTimeZone", "CEST")]
    [InlineData("RetroBot:Leads:0", "me@contoso.com")]
    [InlineData("RetroBot:ProgramOwners:0", "me@contoso.com")]
    [InlineData("RetroBot:Web:Authority", "http://login.example")]
    [InlineData("RetroBot:Web:Tenants:0", "contoso.com")]
    [InlineData("RetroBot:Teams:ServiceUrls:0", "smba")]
    [InlineData("Storage:ConnectionString", "AccountName=only")]
    [InlineData("RetroBot:QuietHours", "20-7")]
    [InlineData("RetroBot:QuietHours", "nights")]
    [InlineData("RetroBot:QuietHours", "20:00-25:00")]
    [InlineData("RetroBot:RetentionWeeks", "27")]
    [InlineData("RetroBot:RetentionWeeks", "0")]
    [InlineData("RetroBot:RetentionWeeks", "half a year")]
    [InlineData("RetroBot:SupportContact", "Help <help@contoso.com>")]
    [InlineData("RetroBot:SupportContact", "http://help.contoso.com")]
    [InlineData("RetroBot:SupportContact", "help@contoso.com](javascript:alert)")]
    [InlineData("RetroBot:Address", "http://retrobot.contoso.com")]
    [InlineData("RetroBot:Address", "retrobot.contoso.com")]
    [InlineData("RetroBot:Address", "https://retrobot.contoso.com/?page=1")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4317")]
    [InlineData("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "127.0.0.1")]
    [InlineData("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", "ftp://collector/")]
    [InlineData("OTEL_EXPORTER_OTLP_PROTOCOL", "http/json")]
    [InlineData("APPLICATIONINSIGHTS_CONNECTION_STRING", "InstrumentationKey=key;IngestionEndpoint=https://ingestion.example/")]
    [InlineData("APPLICATIONINSIGHTS_CONNECTION_STRING", "InstrumentationKey=0a1b2c3d-0000-4000-8000-000000000009;IngestionEndpoint=http://ingestion.example/")]
    public async Task A_wrong_value_is_refused_with_its_rule(string setting, string value)
    {
        var settings = Complete();
        settings[setting] = value;

        Assert.Contains(setting.TrimEnd('0').TrimEnd(':'), await RefusalAsync(settings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_single_tenant_bot_needs_its_secret_and_a_managed_identity_needs_none()
    {
        var settings = Complete();
        settings["MicrosoftAppType"] = "SingleTenant";

        Assert.Contains("MicrosoftAppPassword", await RefusalAsync(settings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Addresses_of_a_cloud_are_set_together_or_not_at_all()
    {
        var settings = Complete();
        settings["ToBotFromChannelOpenIdMetadataUrl"] = "https://login.example/openid";

        Assert.Contains("ToChannelFromBotLoginUrl, ToChannelFromBotOAuthScope, ToBotFromChannelTokenIssuer, OAuthUrl: missing", await RefusalAsync(settings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_message_repeats_a_secret()
    {
        var settings = Complete();
        settings["MicrosoftAppId"] = "wrong";
        settings["MicrosoftAppPassword"] = "s3cret-of-the-bot";
        settings["Storage:ConnectionString"] = "AccountName=x;AccountKey=c2VjcmV0LWtleQ==;EndpointSuffix=";

        var refusal = await RefusalAsync(settings);

        Assert.DoesNotContain("s3cret-of-the-bot", refusal, StringComparison.Ordinal);
        Assert.DoesNotContain("c2VjcmV0LWtleQ", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_complete_settings_it_starts()
    {
        await using var bot = await RunningBot.StartAsync(
            storage: "", tablePrefix: "", TimeProvider.System, Complete(), "Production", ct: Ct);

        using var answer = await bot.Http.PostAsync(new Uri("api/messages", UriKind.Relative), new StringContent("{}", System.Text.Encoding.UTF8, "application/json"), Ct);

        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("max-age=31536000", Assert.Single(answer.Headers.GetValues("Strict-Transport-Security")));
    }

    [Fact]
    public async Task A_master_key_file_that_holds_something_else_is_refused()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "bm90IDMyIGJ5dGVz", Ct);
        var settings = Complete();
        settings["RetroBot:MasterKey:File"] = file;

        var refusal = await RefusalAsync(settings);
        File.Delete(file);

        Assert.Contains("32 random bytes in base64", refusal, StringComparison.Ordinal);
    }

    private static Dictionary<string, string?> Complete() => CompleteSettings.With([]);

    private static async Task<string> RefusalAsync(Dictionary<string, string?> settings)
    {
        var refusal = await Assert.ThrowsAsync<SettingsException>(() => RunningBot.StartAsync(storage: "", tablePrefix: "", TimeProvider.System, settings, "Production", ct: Ct));
        return refusal.Message;
    }
}
