using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace Microsoft.Bot.Builder;

public partial class ActivityHandler
{
    /// <summary>Ends an invoke with a status other than 200.</summary>
    [SuppressMessage("Design", "CA1064", Justification = "Protected and nested, as the official exception is.")]
    protected class InvokeResponseException : Exception
    {
        private readonly HttpStatusCode _statusCode;
        private readonly object _body;

        public InvokeResponseException(HttpStatusCode statusCode, object body = null)
        {
            _statusCode = statusCode;
            _body = body;
        }

        public InvokeResponse CreateInvokeResponse() => new() { Status = (int)_statusCode, Body = _body };
    }
}
