using System.Globalization;

namespace Azure.Data.Tables;

/// <summary>A transaction was refused; none of its steps took effect.</summary>
public class TableTransactionFailedException : RequestFailedException
{
    /// <summary>The key under which <see cref="Exception.Data"/> holds the index that the service named.</summary>
    internal const string FailedEntity = nameof(FailedEntity);

    public TableTransactionFailedException(RequestFailedException requestFailedException)
        : base(requestFailedException.Status, requestFailedException.Message, requestFailedException.ErrorCode, requestFailedException.InnerException)
    {
        foreach (var key in requestFailedException.Data.Keys) base.Data[key] = requestFailedException.Data[key];
        if (requestFailedException.Data[FailedEntity] is string text && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
            FailedTransactionActionIndex = index;
    }

    /// <summary>Which step the service refused; null when it named none.</summary>
    public int? FailedTransactionActionIndex { get; }
}
