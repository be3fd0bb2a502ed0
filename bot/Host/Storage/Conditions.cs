using Azure;
using RetroBot.Core;

namespace RetroBot.Host.Storage;

/// <summary>Reads the answers of conditional writes.</summary>
internal static class Conditions
{
    /// <summary>Conflict when the row is there already, was saved by somebody else, or is gone.</summary>
    public static async Task<SaveOutcome> OutcomeAsync(this Task write)
    {
        try
        {
            await write;
            return SaveOutcome.Saved;
        }
        catch (RequestFailedException refused) when (IsConflict(refused))
        {
            return SaveOutcome.Conflict;
        }
    }

    /// <summary>The new version of what was written; null when the row is there already, was saved by somebody else, or is gone.</summary>
    public static async Task<string?> VersionAsync(this Task<Response> write)
    {
        try
        {
            return (await write).Headers.ETag.ToString();
        }
        catch (RequestFailedException refused) when (IsConflict(refused))
        {
            return null;
        }
    }

    private static bool IsConflict(RequestFailedException refused) =>
        refused.Status is StatusCodes.Status404NotFound or StatusCodes.Status409Conflict or StatusCodes.Status412PreconditionFailed;
}
