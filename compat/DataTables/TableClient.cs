using System.Globalization;
using System.Text.Json;
using Azure.Core;
using Azure.Data.Tables.Models;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables;

/// <summary>One table.</summary>
public class TableClient
{
    private readonly Account _account;
    private readonly string _name;
    private readonly Uri _uri;

    /// <summary>For mocking.</summary>
    protected TableClient() => (_account, _name, _uri) = (null!, null!, null!);

    internal TableClient(Account account, string name) => (_account, _name, _uri) = (account, name, account.UriOf(name));

    public virtual string Name => _name;
    public virtual Uri Uri => _uri;

    public virtual async Task<Response<TableItem>> CreateAsync(CancellationToken cancellationToken = default)
    {
        using var message = _account.Create(RequestMethod.Post, "Tables", JsonSerializer.SerializeToUtf8Bytes(new { TableName = Name }));
        var response = await _account.SendAsync(message, cancellationToken).ConfigureAwait(false);
        return Response.FromValue(new TableItem(Name), response);
    }

    public virtual async Task<Response<TableItem>> CreateIfNotExistsAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            return await CreateAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (RequestFailedException exception) when (exception.ErrorCode is { } code && code == TableErrorCode.TableAlreadyExists)
        {
            return Response.FromValue(new TableItem(Name), exception.GetRawResponse()!);
        }
    }

    /// <summary>Deletes the table. Nothing happens when it is not there.</summary>
    public virtual async Task<Response> DeleteAsync(CancellationToken cancellationToken = default)
    {
        using var message = _account.Create(RequestMethod.Delete, $"Tables('{Name}')");
        return await _account.SendAsync(message, cancellationToken, 404).ConfigureAwait(false);
    }

    public virtual async Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default) where T : ITableEntity
    {
        Check(entity);
        using var message = _account.Create(RequestMethod.Post, Name, EntityWriter.Write(entity));
        message.Request.Headers.Add("Prefer", "return-no-content");
        return await _account.SendAsync(message, cancellationToken).ConfigureAwait(false);
    }

    public virtual async Task<Response<T>> GetEntityAsync<T>(string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity, new()
    {
        using var message = Get(partitionKey, rowKey, select);
        var response = await _account.SendAsync(message, cancellationToken).ConfigureAwait(false);
        return Response.FromValue(Read<T>(response), response);
    }

    public virtual async Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity, new()
    {
        using var message = Get(partitionKey, rowKey, select);
        var response = await _account.SendAsync(message, cancellationToken, 404).ConfigureAwait(false);
        return response.Status == 404 ? new NoValue<T>(response) : Response.FromValue(Read<T>(response), response);
    }

    public virtual Task<Response> UpsertEntityAsync<T>(T entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default) where T : ITableEntity =>
        PutAsync(entity, default, mode, cancellationToken);

    public virtual Task<Response> UpdateEntityAsync<T>(T entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default) where T : ITableEntity =>
        ifMatch == default
            ? throw new ArgumentException("An update expects a version; ETag.All for any.", nameof(ifMatch))
            : PutAsync(entity, ifMatch, mode, cancellationToken);

    /// <summary>Deletes a row. Nothing happens when it is not there.</summary>
    public virtual async Task<Response> DeleteEntityAsync(string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        using var message = _account.Create(RequestMethod.Delete, Account.Row(Name, partitionKey, rowKey));
        message.Request.Headers.Add(HttpHeader.Names.IfMatch, (ifMatch == default ? ETag.All : ifMatch).ToString());
        return await _account.SendAsync(message, cancellationToken, 404).ConfigureAwait(false);
    }

    public virtual Task<Response> DeleteEntityAsync(ITableEntity entity, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return DeleteEntityAsync(entity.PartitionKey, entity.RowKey, ifMatch, cancellationToken);
    }

    public virtual AsyncPageable<T> QueryAsync<T>(string? filter = null, int? maxPerPage = null, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity, new()
    {
        var columns = Columns(select);
        return new Paged<T>(ReadAsync, maxPerPage, cancellationToken);

        async Task<Page<T>> ReadAsync(string? continuationToken, int? size, CancellationToken token)
        {
            var (partition, row) = Continuation.Parse(continuationToken);
            using var message = _account.Create(RequestMethod.Get, $"{Name}()",
                ("$filter", filter), ("$top", Number(size)), ("$select", columns), ("NextPartitionKey", partition), ("NextRowKey", row));
            var response = await _account.SendAsync(message, token).ConfigureAwait(false);
            using var document = JsonDocument.Parse(response.Content);
            return Page<T>.FromValues([.. document.RootElement.GetProperty("value").EnumerateArray().Select(EntityReader.Read<T>)], Continuation.Of(response), response);
        }
    }

    /// <summary>Applies all actions, or none. They touch rows of one partition, each row once, and are at most 100; the service refuses others.</summary>
    /// <returns>One response per action, in their order.</returns>
    /// <exception cref="TableTransactionFailedException">The service refused an action; it says why and, mostly, which.</exception>
    /// <exception cref="RequestFailedException">The service refused the request as a whole.</exception>
    /// <exception cref="InvalidOperationException">There is no action.</exception>
    public virtual async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(transactionActions);
        var actions = transactionActions.ToList();
        if (actions.Count == 0) throw new InvalidOperationException("The batch contains no entity operations.");

        using var message = _account.Create(RequestMethod.Post, "$batch");
        var (type, body) = Transaction.Write(_account, Name, actions);
        message.Request.Headers.Add(HttpHeader.Names.ContentType, type);
        message.Request.Content = RequestContent.Create(body);
        var response = await _account.SendAsync(message, cancellationToken).ConfigureAwait(false);
        var parts = Transaction.Read(response);
        return parts.FirstOrDefault(part => part.IsError) is { } failed
            ? throw new TableTransactionFailedException(new RequestFailedException(failed, null, ErrorParser.Instance))
            : Response.FromValue(parts, response);
    }

    public static string CreateQueryFilter(FormattableString filter) => Filter.Create(filter);

    internal static string? Number(int? value) => value?.ToString(CultureInfo.InvariantCulture);

    private static string? Columns(IEnumerable<string>? select) => select is null ? null : string.Join(',', select);

    private static void Check(ITableEntity entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        if (entity.PartitionKey is null || entity.RowKey is null) throw new ArgumentNullException(nameof(entity), "A row has a partition key and a row key.");
    }

    private static T Read<T>(Response response) where T : class, ITableEntity, new()
    {
        using var document = JsonDocument.Parse(response.Content);
        return EntityReader.Read<T>(document.RootElement);
    }

    private HttpMessage Get(string partitionKey, string rowKey, IEnumerable<string>? select) =>
        _account.Create(RequestMethod.Get, Account.Row(Name, partitionKey, rowKey), ("$select", Columns(select)));

    private async Task<Response> PutAsync(ITableEntity entity, ETag ifMatch, TableUpdateMode mode, CancellationToken cancellationToken)
    {
        Check(entity);
        using var message = _account.Create(mode == TableUpdateMode.Replace ? RequestMethod.Put : RequestMethod.Patch, Account.Row(Name, entity.PartitionKey, entity.RowKey), EntityWriter.Write(entity));
        if (ifMatch != default) message.Request.Headers.Add(HttpHeader.Names.IfMatch, ifMatch.ToString());
        return await _account.SendAsync(message, cancellationToken).ConfigureAwait(false);
    }
}
