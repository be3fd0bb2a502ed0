using System.Globalization;
using System.Text;
using Azure.Core;

namespace Azure.Data.Tables.Wire;

/// <summary>A transaction as the service reads it: one change set, in one batch, in multipart/mixed.</summary>
internal static class Transaction
{
    public static (string ContentType, byte[] Body) Write(Account account, string table, IReadOnlyList<TableTransactionAction> actions)
    {
        var (batch, changes) = ($"batch_{Guid.NewGuid()}", $"changeset_{Guid.NewGuid()}");
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"--{batch}\r\nContent-Type: multipart/mixed; boundary={changes}\r\n\r\n");
        foreach (var action in actions)
        {
            text.Append(CultureInfo.InvariantCulture, $"--{changes}\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n");
            Append(text, account, table, action);
        }
        text.Append(CultureInfo.InvariantCulture, $"--{changes}--\r\n--{batch}--\r\n");
        return ($"multipart/mixed; boundary={batch}", Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static void Append(StringBuilder text, Account account, string table, TableTransactionAction action)
    {
        var (method, version) = action.ActionType switch
        {
            TableTransactionActionType.Add => ("POST", default),
            TableTransactionActionType.Delete => ("DELETE", action.ETag == default ? ETag.All : action.ETag),
            TableTransactionActionType.UpdateMerge => ("PATCH", action.ETag),
            TableTransactionActionType.UpdateReplace => ("PUT", action.ETag),
            TableTransactionActionType.UpsertMerge => ("PATCH", default),
            TableTransactionActionType.UpsertReplace => ("PUT", default),
            var other => throw new InvalidOperationException($"Unknown request type {other}."),
        };
        var path = method is "POST" ? table : Account.Row(table, action.Entity.PartitionKey, action.Entity.RowKey);
        text.Append(CultureInfo.InvariantCulture, $"{method} {account.UriOf(path).AbsoluteUri} HTTP/1.1\r\nAccept: {Names.Json}\r\nDataServiceVersion: 3.0\r\n");
        if (method is "POST") text.Append("Prefer: return-no-content\r\n");
        if (version != default) text.Append(CultureInfo.InvariantCulture, $"If-Match: {version}\r\n");
        if (method is "DELETE") text.Append("\r\n");
        else text.Append(CultureInfo.InvariantCulture, $"Content-Type: application/json\r\n\r\n{Encoding.UTF8.GetString(EntityWriter.Write(action.Entity).Span)}\r\n");
    }

    /// <summary>One response per action; a single one, with the error, when the transaction was refused.</summary>
    public static IReadOnlyList<Response> Read(Response response)
    {
        var parts = new List<Response>();
        using var reader = new StringReader(response.Content.ToString());
        while (reader.ReadLine() is { } line)
            if (line.StartsWith("HTTP/1.1 ", StringComparison.Ordinal)) parts.Add(ReadPart(line, reader, response.ClientRequestId));
        return parts;
    }

    private static TransactionResponse ReadPart(string statusLine, StringReader reader, string clientRequestId)
    {
        var status = statusLine.Split(' ', 3);
        var headers = new List<HttpHeader>();
        while (reader.ReadLine() is { Length: > 0 } header)
        {
            var colon = header.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0) headers.Add(new(header[..colon].Trim(), header[(colon + 1)..].Trim()));
        }
        var body = new StringBuilder();
        while (reader.ReadLine() is { } line && !line.StartsWith("--", StringComparison.Ordinal)) body.Append(line);
        return new(int.Parse(status[1], CultureInfo.InvariantCulture), status.Length > 2 ? status[2] : "", headers, body.ToString()) { ClientRequestId = clientRequestId };
    }
}
