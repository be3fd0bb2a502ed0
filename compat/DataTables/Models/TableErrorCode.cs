using System.Diagnostics.CodeAnalysis;

namespace Azure.Data.Tables.Models;

/// <summary>Why the service refused, as it says in <see cref="RequestFailedException.ErrorCode"/>.</summary>
public readonly struct TableErrorCode : IEquatable<TableErrorCode>
{
    private readonly string _value;

    public TableErrorCode(string value) => _value = value ?? throw new ArgumentNullException(nameof(value));

    public static TableErrorCode CommandsInBatchActOnDifferentPartitions { get; } = new(nameof(CommandsInBatchActOnDifferentPartitions));
    public static TableErrorCode EntityAlreadyExists { get; } = new(nameof(EntityAlreadyExists));
    public static TableErrorCode EntityNotFound { get; } = new(nameof(EntityNotFound));
    public static TableErrorCode EntityTooLarge { get; } = new(nameof(EntityTooLarge));
    public static TableErrorCode InvalidDuplicateRow { get; } = new(nameof(InvalidDuplicateRow));
    public static TableErrorCode InvalidInput { get; } = new(nameof(InvalidInput));
    public static TableErrorCode OperationTimedOut { get; } = new(nameof(OperationTimedOut));
    public static TableErrorCode PropertyValueTooLarge { get; } = new(nameof(PropertyValueTooLarge));
    public static TableErrorCode ResourceNotFound { get; } = new(nameof(ResourceNotFound));
    public static TableErrorCode TableAlreadyExists { get; } = new(nameof(TableAlreadyExists));
    public static TableErrorCode TableBeingDeleted { get; } = new(nameof(TableBeingDeleted));
    public static TableErrorCode TableNotFound { get; } = new(nameof(TableNotFound));
    public static TableErrorCode UpdateConditionNotSatisfied { get; } = new(nameof(UpdateConditionNotSatisfied));

    public static implicit operator TableErrorCode(string value) => new(value);
    public static bool operator ==(TableErrorCode left, TableErrorCode right) => left.Equals(right);
    public static bool operator !=(TableErrorCode left, TableErrorCode right) => !left.Equals(right);

    public bool Equals(TableErrorCode other) => string.Equals(_value, other._value, StringComparison.OrdinalIgnoreCase);
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is TableErrorCode other && Equals(other);
    public override int GetHashCode() => _value is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(_value);
    public override string ToString() => _value;
}
