using System.Diagnostics.CodeAnalysis;
using System.Text;
using Azure.Core;

namespace Azure.Data.Tables.Wire;

/// <summary>The service's answer to one step of a transaction.</summary>
internal sealed class TransactionResponse(int status, string reasonPhrase, IReadOnlyList<HttpHeader> headers, string body) : Response
{
    public override int Status => status;
    public override string ReasonPhrase => reasonPhrase;
    public override bool IsError => status >= 400;
    public override string ClientRequestId { get; set; } = "";
    public override Stream? ContentStream { get; set; } = new MemoryStream(Encoding.UTF8.GetBytes(body), 0, Encoding.UTF8.GetByteCount(body), writable: false, publiclyVisible: true);

    public override void Dispose() => ContentStream?.Dispose();

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value)
    {
        value = Values(name).FirstOrDefault();
        return value is not null;
    }

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = Values(name) is { Length: > 0 } found ? found : null;
        return values is not null;
    }

    protected override bool ContainsHeader(string name) => Values(name).Length > 0;
    protected override IEnumerable<HttpHeader> EnumerateHeaders() => headers;

    private string[] Values(string name) => [.. headers.Where(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(header => header.Value)];
}
