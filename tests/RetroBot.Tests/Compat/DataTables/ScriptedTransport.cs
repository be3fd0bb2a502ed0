using System.Net;
using Azure.Core.Pipeline;

namespace RetroBot.Tests.Compat.DataTables;

/// <summary>Answers requests by a script, without a network, and remembers their headers.</summary>
internal sealed class ScriptedTransport : HttpClientTransport
{
    private readonly Handler _handler;

    /// <param name="answer">Given how many requests came before.</param>
    public ScriptedTransport(Func<int, HttpResponseMessage> answer) : this(new Handler(answer))
    {
    }

    private ScriptedTransport(Handler handler) : base(handler) => _handler = handler;

    public static HttpResponseMessage Status(int status) => new((HttpStatusCode)status);

    public IReadOnlyList<string> Seen(string header) => [.. _handler.Requests.Select(request => string.Join(',', request.Headers.GetValues(header)))];

    private sealed class Handler(Func<int, HttpResponseMessage> answer) : HttpMessageHandler
    {
        public List<HttpRequestMessage> Requests { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests.Add(request);
            return Task.FromResult(answer(Requests.Count - 1));
        }
    }
}
