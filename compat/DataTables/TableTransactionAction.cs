namespace Azure.Data.Tables;

/// <summary>One step of a transaction.</summary>
public class TableTransactionAction
{
    public TableTransactionAction(TableTransactionActionType actionType, ITableEntity entity)
        : this(actionType, entity, default)
    {
    }

    /// <param name="etag">The version that an update or delete expects. Without one a delete is unconditional, and an update is an upsert.</param>
    public TableTransactionAction(TableTransactionActionType actionType, ITableEntity entity, ETag etag = default)
    {
        ActionType = actionType;
        Entity = entity;
        ETag = etag;
    }

    public TableTransactionActionType ActionType { get; }
    public ITableEntity Entity { get; }
    public ETag ETag { get; }
}
