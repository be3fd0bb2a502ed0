using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;

namespace RetroBot.Tests.Contracts.AzureTables;

/// <summary>Comes between an instance and storage, at each of its requests.</summary>
internal abstract class RequestPolicy : HttpPipelinePolicy
{
    /// <summary>An account whose requests come by here, and are not repeated.</summary>
    public TableServiceClient Account(string connectionString)
    {
        var options = new TableClientOptions { Retry = { MaxRetries = 0 } };
        options.AddPolicy(this, HttpPipelinePosition.PerCall);
        return new TableServiceClient(connectionString, options);
    }

    public sealed override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException("Storage is asked asynchronously.");
}
