using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Wire;

/// <summary>One account's endpoint, and the pipeline through which every request to it goes.</summary>
internal sealed class Account
{
    private const string Scope = "https://storage.azure.com/.default";

    private readonly HttpPipeline _pipeline;
    private readonly string _version;
    private readonly string _root;

    private Account(Uri endpoint, TableClientOptions? options, HttpPipelinePolicy authentication)
    {
        options ??= new TableClientOptions();
        _version = options.Version;
        _root = endpoint.GetLeftPart(UriPartial.Path).TrimEnd('/');
        _pipeline = HttpPipelineBuilder.Build(new HttpPipelineOptions(options)
        {
            PerRetryPolicies = { authentication },
            RequestFailedDetailsParser = ErrorParser.Instance,
        });
    }

    public static Account With(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions? options) =>
        new(endpoint, options, new SharedKeyPolicy(credential, TimeProvider.System));

    /// <exception cref="ArgumentException">The endpoint is not https: a token is not sent in the clear.</exception>
    public static Account With(Uri endpoint, TokenCredential credential, TableClientOptions? options) =>
        endpoint.Scheme is "https"
            ? new(endpoint, options, new BearerTokenAuthenticationPolicy(credential, Scope))
            : throw new ArgumentException("Cannot use TokenCredential without HTTPS.", nameof(endpoint));

    public static string Row(string table, string partitionKey, string rowKey) =>
        $"{table}(PartitionKey='{Uri.EscapeDataString(Filter.Escape(partitionKey))}',RowKey='{Uri.EscapeDataString(Filter.Escape(rowKey))}')";

    /// <param name="path">Below the endpoint, already escaped.</param>
    public Uri UriOf(string path) => new($"{_root}/{path}");

    public HttpMessage Create(RequestMethod method, string path, params ReadOnlySpan<(string Name, string? Value)> query)
    {
        var message = _pipeline.CreateMessage();
        var request = message.Request;
        request.Method = method;
        request.Uri.Reset(UriOf(path));
        foreach (var (name, value) in query)
            if (value is not null) request.Uri.AppendQuery(name, value, escapeValue: true);
        request.Headers.Add("x-ms-version", _version);
        request.Headers.Add("DataServiceVersion", "3.0");
        request.Headers.Add(HttpHeader.Names.Accept, Names.Json);
        return message;
    }

    public HttpMessage Create(RequestMethod method, string path, ReadOnlyMemory<byte> json)
    {
        var message = Create(method, path);
        message.Request.Headers.Add(HttpHeader.Names.ContentType, "application/json");
        message.Request.Content = RequestContent.Create(json);
        return message;
    }

    /// <exception cref="RequestFailedException">The service answered with an error that is not among <paramref name="expected"/>.</exception>
    public async Task<Response> SendAsync(HttpMessage message, CancellationToken cancellationToken, params int[] expected)
    {
        await _pipeline.SendAsync(message, cancellationToken).ConfigureAwait(false);
        var response = message.Response;
        return response.Status < 400 || expected.Contains(response.Status) ? response : throw new RequestFailedException(response);
    }
}
