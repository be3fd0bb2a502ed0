using System.Text.Json;
using RetroBot.Tests.Browser;
using Xunit;

namespace RetroBot.Tests.Infra;

/// <summary>The Bicep files, parsed with tree-sitter-bicep and held against the rules of <c>node/bicep-rules.mjs</c>: there is no compiler where the tests run.</summary>
public sealed class BicepTests
{
    /// <summary>A mistake that each rule has to find: the rule, the file, what stands there, and what somebody careless puts in its place.</summary>
    private static readonly (string Rule, string File, string Good, string Bad)[] Mistakes =
    [
        ("syntax", "main.bicep", "module bot 'modules/bot.bicep' = {", "module bot 'modules/bot.bicep' = {{"),
        ("syntax", "main.bicepparam", "param instances = 2", "param instances = (2"),
        ("versions", "modules/storage.bicep", "storageAccounts@2024-01-01", "storageAccounts@2024-13-01"),
        ("versions", "modules/app.bicep", "Microsoft.Web/serverfarms@", "Microsoft.Web/serverFarms@"),
        ("versions", "master-key.bicep", "vaults/secrets@2024-11-01", "vaults/keys@2024-11-01"),
        ("references", "main.bicep", "name: name\n", "name: nmae\n"),
        ("references", "modules/app.bicep", "serverFarmId: plan.id", "serverFarmId: farm.id"),
        ("references", "modules/alerts.bicep", "description: alert.text", "description: alarm.text"),
        ("references", "modules/vault.bicep", "subscription().tenantId", "subscripton().tenantId"),
        ("references", "modules/bot.bicep", "param tenantId string", "param clientId string"),
        ("members", "main.bicep", "storage.outputs.tableEndpoint", "storage.outputs.endpoint"),
        ("members", "main.bicep", "vault.outputs.uri", "vault.output.uri"),
        ("members", "modules/alerts.bicep", "threshold: alert.above", "threshold: alert.limit"),
        ("modules", "main.bicep", "    recover: recoverVault\n", ""),
        ("modules", "main.bicep", "    recover: recoverVault\n", "    recover: recoverVault\n    purge: true\n"),
        ("modules", "main.bicep", "'modules/bot.bicep'", "'modules/robot.bicep'"),
        ("modules", "main.bicep", "siteId: app.outputs.siteId", "siteId: ''"),
        ("used", "main.bicep", "retentionWeeks: retentionWeeks", "retentionWeeks: 26"),
        ("used", "modules/alerts.bicep", "in logAlerts: {", "in metricAlerts: {"),
        ("described", "modules/bot.bicep", "@description('Where the bot takes messages.')\n", ""),
        ("described", "main.bicep", "@description('Where RetroBot is reached.')\n", ""),
        ("secrets", "master-key.bicep", "param masterKey string", "param masterKey string = ''"),
        ("secrets", "master-key.bicep", "@secure()\n", ""),
        ("secrets", "master-key.bicep", "secret.properties.secretUriWithVersion", "masterKey"),
        ("secrets", "modules/storage.bicep", "account.properties.primaryEndpoints.table", "account.listKeys().keys[0].value"),
        ("secrets", "modules/monitoring.bicep", "output workspaceId string = workspace.id", "output workspaceId string = insights.properties.ConnectionString"),
        ("secrets", "modules/app.bicep", "value: telemetryEndpoint", "value: insights.properties.ConnectionString"),
        ("secrets", "main.bicepparam", "param leads = []", "param leads = ['bm90IGEga2V5LCBidXQgaXQgbG9va3MgbGlrZSBvbmU0NDQ=']"),
        ("posture", "modules/storage.bicep", "allowSharedKeyAccess: false", "allowSharedKeyAccess: true"),
        ("posture", "modules/vault.bicep", "    enablePurgeProtection: true\n", ""),
        ("posture", "modules/app.bicep", "httpsOnly: true", "httpsOnly: false"),
        ("posture", "modules/bot.bicep", "'UserAssignedMSI'", "'MultiTenant'"),
        ("privacy", "modules/app.bicep", "category: 'AppServicePlatformLogs'", "category: 'AppServiceHTTPLogs'"),
        ("privacy", "modules/vault.bicep", "category: 'AuditEvent'", "categoryGroup: 'allLogs'"),
        ("privacy", "modules/storage.bicep", "resource mayWrite", "resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {\n  name: 'logs'\n  scope: account\n}\n\nresource mayWrite"),
        ("parameters", "main.bicepparam", "param alertMail = ", "param alertMails = "),
        ("parameters", "main.bicepparam", "using 'main.bicep'", "using 'master-key.bicep'"),
        ("outputs", "main.bicep", "output botId string", "output bot string"),
        ("outputs", "deploy.sh", "$(output host)", "contoso"),
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_files_keep_every_rule()
    {
        var found = Assert.Single(await CheckAsync([InfraFiles.All]));

        Assert.Empty(found.SelectMany(rule => rule.Value));
    }

    [Fact]
    public async Task Each_rule_finds_the_mistakes_that_it_is_there_for()
    {
        var found = await CheckAsync(Mistakes.Select(With));

        Assert.Equal([.. found[0].Keys.Order(StringComparer.Ordinal)], Mistakes.Select(mistake => mistake.Rule).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Assert.All(Mistakes.Zip(found), pair => Assert.True(pair.Second[pair.First.Rule].Length > 0, $"{pair.First.Rule} does not find {pair.First.Bad} in {pair.First.File}."));
    }

    private static Dictionary<string, string> With((string Rule, string File, string Good, string Bad) mistake)
    {
        var (_, file, good, bad) = mistake;
        Assert.True(InfraFiles.All[file].Contains(good, StringComparison.Ordinal), $"{file} does not hold {good} any more: find the mistake another place.");
        return new Dictionary<string, string>(InfraFiles.All, StringComparer.Ordinal) { [file] = InfraFiles.All[file].Replace(good, bad, StringComparison.Ordinal) };
    }

    /// <returns>For each case what is wrong, by rule.</returns>
    private static async Task<Dictionary<string, string[]>[]> CheckAsync(IEnumerable<IReadOnlyDictionary<string, string>> cases) =>
        JsonSerializer.Deserialize<Dictionary<string, string[]>[]>(await NodeScript.ReadAsync("check-bicep.mjs", Ct, ("cases.json", JsonSerializer.SerializeToUtf8Bytes(cases))))!;
}
