using Microsoft.Rest;
using Newtonsoft.Json;

namespace Microsoft.Bot.Connector.Teams;

/// <summary>A client of the part of the connector service that only Teams has.</summary>
public interface ITeamsConnectorClient : IDisposable
{
    Uri BaseUri { get; set; }

    JsonSerializerSettings SerializationSettings { get; }

    JsonSerializerSettings DeserializationSettings { get; }

    ServiceClientCredentials Credentials { get; }

    ITeamsOperations Teams { get; }
}
