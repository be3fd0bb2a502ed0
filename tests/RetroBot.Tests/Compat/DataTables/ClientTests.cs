using Azure;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using RetroBot.Tests.Emulator;
using Xunit;

namespace RetroBot.Tests.Compat.DataTables;

public sealed class ClientTests(StorageEmulator emulator) : TableTest(emulator)
{
    [Fact]
    public async Task A_table_is_created_once_listed_and_deleted()
    {
        var name = Table.Name + "x";
        Assert.Equal(name, (await Account.CreateTableIfNotExistsAsync(name, Ct)).Value.Name);
        await Account.CreateTableIfNotExistsAsync(name, Ct);
        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => Account.CreateTableAsync(name, Ct));
        Assert.Equal((409, TableErrorCode.TableAlreadyExists.ToString()), (refused.Status, refused.ErrorCode));
        Assert.Equal([name], await Account.QueryAsync(TableServiceClient.CreateQueryFilter($"TableName eq {name}"), cancellationToken: Ct).Select(table => table.Name).ToListAsync(Ct));

        Assert.Equal(204, (await Account.DeleteTableAsync(name, Ct)).Status);
        Assert.Equal(404, (await Account.DeleteTableAsync(name, Ct)).Status);
    }

    [Fact]
    public async Task A_wrong_key_is_refused_by_the_service()
    {
        var wrong = new TableServiceClient(Account.Uri, new TableSharedKeyCredential("devstoreaccount1", Convert.ToBase64String(new byte[32])));
        Assert.Equal(403, (await Assert.ThrowsAsync<RequestFailedException>(() => wrong.GetTableClient(Table.Name).AddEntityAsync(new TableEntity("p", "r"), Ct))).Status);
    }

    [Theory]
    [InlineData("UseDevelopmentStorage=true", "http://127.0.0.1:10002/devstoreaccount1")]
    [InlineData("UseDevelopmentStorage=true;DevelopmentStorageProxyUri=http://storage", "http://storage:10002/devstoreaccount1")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=contoso;AccountKey=AAAA;EndpointSuffix=core.windows.net", "https://contoso.table.core.windows.net/")]
    [InlineData("AccountName=contoso;AccountKey=AA==;EndpointSuffix=core.chinacloudapi.cn;", "https://contoso.table.core.chinacloudapi.cn/")]
    [InlineData("AccountName=a;AccountKey=AAAA;TableEndpoint=http://127.0.0.1:1/a", "http://127.0.0.1:1/a")]
    public void A_connection_string_names_the_endpoint(string connectionString, string endpoint) =>
        Assert.Equal(new Uri(endpoint), new TableServiceClient(connectionString).Uri);

    [Theory]
    [InlineData("nonsense")]
    [InlineData("AccountName=contoso")]
    [InlineData("AccountName=contoso;AccountKey=c2VjcmV0")]
    [InlineData("AccountName=contoso;AccountKey=not base 64;EndpointSuffix=core.windows.net")]
    public void A_connection_string_without_an_account_is_refused_and_not_repeated(string connectionString)
    {
        var refused = Record.Exception(() => new TableServiceClient(connectionString));
        Assert.True(refused is FormatException or ArgumentException or InvalidOperationException, $"Not refused, or wrongly: {refused}");
        Assert.DoesNotContain("c2VjcmV0", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_token_is_not_sent_in_the_clear() =>
        Assert.Throws<ArgumentException>(() => new TableServiceClient(new Uri("http://contoso.table.core.windows.net"), new FixedToken()));

    [Fact]
    public async Task A_token_for_storage_accompanies_every_request()
    {
        var transport = new ScriptedTransport(_ => ScriptedTransport.Status(204));
        var credential = new FixedToken();
        var client = new TableServiceClient(new Uri("https://contoso.table.core.windows.net"), credential, new TableClientOptions { Transport = transport });
        await client.GetTableClient("t").AddEntityAsync(new TableEntity("p", "r"), Ct);
        Assert.Equal(["https://storage.azure.com/.default"], credential.Asked);
        Assert.Equal(["Bearer token"], transport.Seen("Authorization"));
        Assert.Equal(["2020-12-06"], transport.Seen("x-ms-version"));
    }

    [Fact]
    public async Task A_busy_service_is_asked_again_and_every_attempt_is_signed()
    {
        var transport = new ScriptedTransport(attempt => ScriptedTransport.Status(attempt < 2 ? 503 : 204));
        var options = new TableClientOptions { Transport = transport, Retry = { Delay = TimeSpan.Zero, MaxDelay = TimeSpan.Zero } };
        var client = new TableServiceClient("AccountName=contoso;AccountKey=AAAA;EndpointSuffix=core.windows.net", options);
        Assert.Equal(204, (await client.GetTableClient("t").UpsertEntityAsync(new TableEntity("p", "r"), cancellationToken: Ct)).Status);
        Assert.Equal(3, transport.Seen("Authorization").Count);
        Assert.All(transport.Seen("Authorization"), header => Assert.StartsWith("SharedKeyLite contoso:", header, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_error_without_a_body_still_has_its_status()
    {
        var client = new TableServiceClient("AccountName=a;AccountKey=AAAA;EndpointSuffix=x.net", new TableClientOptions { Transport = new ScriptedTransport(_ => ScriptedTransport.Status(401)) });
        var refused = await Assert.ThrowsAsync<RequestFailedException>(() =>
            client.GetTableClient("t").SubmitTransactionAsync([new(TableTransactionActionType.Add, new TableEntity("p", "r"))], Ct));
        Assert.Equal((401, null), (refused.Status, refused.ErrorCode));
    }

    private sealed class FixedToken : TokenCredential
    {
        public List<string> Asked { get; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Asked.AddRange(requestContext.Scopes);
            return new("token", DateTimeOffset.MaxValue);
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(GetToken(requestContext, cancellationToken));
    }
}
