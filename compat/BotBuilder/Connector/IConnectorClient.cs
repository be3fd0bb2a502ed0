using Microsoft.Rest;
using Newtonsoft.Json;

namespace Microsoft.Bot.Connector;

/// <summary>A client of the Bot Connector service at one service URL.</summary>
public interface IConnectorClient : IDisposable
{
    Uri BaseUri { get; set; }

    JsonSerializerSettings SerializationSettings { get; }

    JsonSerializerSettings DeserializationSettings { get; }

    ServiceClientCredentials Credentials { get; }

    IConversations Conversations { get; }
}
