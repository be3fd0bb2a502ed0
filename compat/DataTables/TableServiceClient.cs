using System.Text.Json;
using Azure.Core;
using Azure.Data.Tables.Models;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables;

/// <summary>A storage account's tables.</summary>
public class TableServiceClient
{
    private readonly Account _account;
    private readonly Uri _uri;

    /// <summary>For mocking.</summary>
    protected TableServiceClient() => (_account, _uri) = (null!, null!);

    private TableServiceClient(ConnectionString connection, TableClientOptions? options)
        : this(connection.Endpoint, connection.Credential, options)
    {
    }

    public TableServiceClient(string connectionString) : this(connectionString, null)
    {
    }

    public TableServiceClient(string connectionString, TableClientOptions? options = null) : this(ConnectionString.Parse(connectionString), options)
    {
    }

    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential) : this(endpoint, credential, null)
    {
    }

    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions? options) =>
        (_uri, _account) = (endpoint, Account.With(endpoint, credential, options));

    public TableServiceClient(Uri endpoint, TokenCredential tokenCredential, TableClientOptions? options = null) =>
        (_uri, _account) = (endpoint, Account.With(endpoint, tokenCredential, options));

    public virtual Uri Uri => _uri;

    public virtual TableClient GetTableClient(string tableName)
    {
        ArgumentException.ThrowIfNullOrEmpty(tableName);
        return new TableClient(_account, tableName);
    }

    public virtual Task<Response<TableItem>> CreateTableAsync(string tableName, CancellationToken cancellationToken = default) =>
        GetTableClient(tableName).CreateAsync(cancellationToken);

    public virtual Task<Response<TableItem>> CreateTableIfNotExistsAsync(string tableName, CancellationToken cancellationToken = default) =>
        GetTableClient(tableName).CreateIfNotExistsAsync(cancellationToken);

    public virtual Task<Response> DeleteTableAsync(string tableName, CancellationToken cancellationToken = default) =>
        GetTableClient(tableName).DeleteAsync(cancellationToken);

    public virtual AsyncPageable<TableItem> QueryAsync(string? filter = null, int? maxPerPage = null, CancellationToken cancellationToken = default)
    {
        return new Paged<TableItem>(ReadAsync, maxPerPage, cancellationToken);

        async Task<Page<TableItem>> ReadAsync(string? continuationToken, int? size, CancellationToken token)
        {
            using var message = _account.Create(RequestMethod.Get, "Tables", ("$filter", filter), ("$top", TableClient.Number(size)), ("NextTableName", continuationToken));
            var response = await _account.SendAsync(message, token).ConfigureAwait(false);
            using var document = JsonDocument.Parse(response.Content);
            var tables = document.RootElement.GetProperty("value").EnumerateArray().Select(table => new TableItem(table.GetProperty("TableName").GetString()!));
            response.Headers.TryGetValue("x-ms-continuation-NextTableName", out var next);
            return Page<TableItem>.FromValues([.. tables], next, response);
        }
    }

    public static string CreateQueryFilter(FormattableString filter) => Filter.Create(filter);
}
