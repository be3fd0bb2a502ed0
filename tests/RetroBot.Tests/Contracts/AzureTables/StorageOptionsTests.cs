using RetroBot.Host.Storage;
using Xunit;

namespace RetroBot.Tests.Contracts.AzureTables;

public sealed class StorageOptionsTests
{
    private const string Account = "AccountName=contoso;AccountKey=c2VjcmV0;EndpointSuffix=core.windows.net";

    [Theory]
    [InlineData("UseDevelopmentStorage=true", null, null, "")]
    [InlineData(Account, null, null, "retrobot")]
    [InlineData(null, "https://contoso.table.core.windows.net", null, "")]
    [InlineData(null, "https://contoso.table.core.windows.net/", "6f9619ff-8b86-d011-b42d-00c04fc964ff", "r2")]
    [InlineData("", "https://contoso.table.core.windows.net", "", "")]
    public void These_settings_are_taken(string? connectionString, string? endpoint, string? clientId, string prefix) =>
        Assert.Empty(Failures(connectionString, endpoint, clientId, prefix));

    [Theory]
    [InlineData(null, null, null, "", "Neither Storage:Endpoint nor Storage:ConnectionString is set.")]
    [InlineData(Account, "https://contoso.table.core.windows.net", null, "", "Storage:Endpoint and Storage:ConnectionString are both set.")]
    [InlineData("c2VjcmV0", null, null, "", "Storage:ConnectionString must name an account")]
    [InlineData("AccountName=contoso;AccountKey=c2VjcmV0", null, null, "", "Storage:ConnectionString must name an account")]
    [InlineData(null, "http://contoso.table.core.windows.net", null, "", "Storage:Endpoint must be an https address")]
    [InlineData(null, "contoso", null, "", "Storage:Endpoint must be an https address")]
    [InlineData(null, "https://contoso.table.core.windows.net", "me", "", "Storage:ClientId must be the client id")]
    [InlineData("UseDevelopmentStorage=true", null, null, "1st", "Storage:TablePrefix must be up to 30 letters and digits")]
    [InlineData("UseDevelopmentStorage=true", null, null, "retro-bot", "Storage:TablePrefix must be up to 30 letters and digits")]
    public void Any_other_is_named_with_its_rule_and_an_example_and_its_value_is_not_repeated(string? connectionString, string? endpoint, string? clientId, string prefix, string message)
    {
        var failure = Assert.Single(Failures(connectionString, endpoint, clientId, prefix));
        Assert.StartsWith(message, failure, StringComparison.Ordinal);
        Assert.Contains("for example", failure, StringComparison.Ordinal);
        Assert.DoesNotContain("c2VjcmV0", failure, StringComparison.Ordinal);
    }

    [Fact]
    public void All_failures_are_told_at_once() => Assert.Equal(3, Failures("nonsense", null, "me", "-").Count);

    private static List<string> Failures(string? connectionString, string? endpoint, string? clientId, string prefix) =>
        [.. new StorageOptionsValidator().Validate(null, new StorageOptions { ConnectionString = connectionString, Endpoint = endpoint, ClientId = clientId, TablePrefix = prefix }).Failures ?? []];
}
