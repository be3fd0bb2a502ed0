using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>
/// The signing keys that an issuer publishes. They are read again when they are a day old, and when a token names a key that is not among them;
/// the latter at most once an hour, so that forged key ids cannot make the bot hammer the issuer.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore whose wait handle is never asked for holds nothing to release.")]
internal sealed partial class OpenIdMetadata(HttpClient http, Uri address)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);
    private static readonly TimeSpan PauseBetweenRefreshes = TimeSpan.FromHours(1);

    private readonly SemaphoreSlim _reading = new(1, 1);
    private readonly TimeProvider _time = TimeProvider.System;
    private SigningKeys _keys;
    private DateTimeOffset _readAt;
    private DateTimeOffset _refreshedAt = DateTimeOffset.MinValue;

    /// <exception cref="InvalidOperationException">There are no keys yet, and they cannot be read.</exception>
    public async Task<SigningKeys> GetAsync(ILogger logger, CancellationToken cancellationToken)
    {
        await _reading.WaitAsync(cancellationToken);
        try
        {
            if (_keys is null)
                await ReadAsync(cancellationToken);
            else if (_time.GetUtcNow() - _readAt > Lifetime)
                await TryReadAsync(logger, cancellationToken);
            return _keys;
        }
        finally
        {
            _reading.Release();
        }
    }

    /// <summary>Reads the keys again, unless that was done within the last hour; then it returns those it has.</summary>
    public async Task<SigningKeys> RefreshAsync(ILogger logger, CancellationToken cancellationToken)
    {
        await _reading.WaitAsync(cancellationToken);
        try
        {
            if (_time.GetUtcNow() - _refreshedAt > PauseBetweenRefreshes)
            {
                _refreshedAt = _time.GetUtcNow();
                await TryReadAsync(logger, cancellationToken);
            }

            return _keys;
        }
        finally
        {
            _reading.Release();
        }
    }

    // Keys that were good a day ago are better than refusing everybody while the issuer is away.
    private async Task TryReadAsync(ILogger logger, CancellationToken cancellationToken)
    {
        try
        {
            await ReadAsync(cancellationToken);
        }
        catch (InvalidOperationException exception)
        {
            Log.KeysNotRefreshed(logger, address, exception);
        }
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var metadata = JObject.Parse(await http.GetStringAsync(Encrypted(address), cancellationToken));
            var keysAt = metadata.Value<string>("jwks_uri") ?? throw new InvalidOperationException($"The OpenID metadata at {address} names no jwks_uri.");
            _keys = SigningKeys.Parse(await http.GetStringAsync(Encrypted(new Uri(address, keysAt)), cancellationToken));
            _readAt = _time.GetUtcNow();
        }
        catch (Exception exception) when (exception is HttpRequestException or JsonException)
        {
            throw new InvalidOperationException($"The signing keys at {address} could not be read.", exception);
        }
    }

    private static Uri Encrypted(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps ? address : throw new InvalidOperationException($"Signing keys are read over HTTPS only, not from {address}.");

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The signing keys at {Address} could not be read again; those read before stay in use.")]
        public static partial void KeysNotRefreshed(ILogger logger, Uri address, Exception exception);
    }
}
