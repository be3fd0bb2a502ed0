using Xunit;

namespace RetroBot.Tests.Contracts;

/// <summary>What a store promises, whatever it keeps things in. A backend derives one class per contract and opens its stores.</summary>
public abstract class StoreContract : IAsyncLifetime
{
    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected Stores Stores { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Stores = await OpenAsync();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    protected abstract Task<Stores> OpenAsync();
}
