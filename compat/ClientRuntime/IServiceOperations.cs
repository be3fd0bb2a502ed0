namespace Microsoft.Rest;

public interface IServiceOperations<TClient>
    where TClient : ServiceClient<TClient>
{
    TClient Client { get; }
}
