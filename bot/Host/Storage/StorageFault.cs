using Azure;
using Azure.Data.Tables.Models;
using Azure.Identity;

namespace RetroBot.Host.Storage;

/// <summary>Tells a storage that cannot be used now from a request that was wrong.</summary>
internal static class StorageFault
{
    public static bool IsUnavailable(Exception exception, CancellationToken ct) => exception switch
    {
        // A table that is gone again right after it was made, or is still being deleted, is a matter of waiting.
        RequestFailedException { ErrorCode: { } code } when code == TableErrorCode.TableNotFound || code == TableErrorCode.TableBeingDeleted => true,
        // 0: no answer came. 401, 403: the account's key was rotated, or a role assignment has not arrived yet; not the caller's doing.
        RequestFailedException refused => refused.Status is 0 or 401 or 403 or 408 or 429 or >= 500,
        AuthenticationFailedException or IOException => true,
        // Each attempt has a time limit of its own.
        OperationCanceledException => !ct.IsCancellationRequested,
        AggregateException { InnerExceptions: { Count: > 0 } attempts } => attempts.All(attempt => IsUnavailable(attempt, ct)),
        _ => false,
    };
}
