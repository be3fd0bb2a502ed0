using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Serialization;

namespace Azure.Data.Tables.Wire;

/// <summary>Which properties of a type are columns, and under which names.</summary>
internal sealed class EntityShape
{
    private static readonly ConcurrentDictionary<Type, EntityShape> Known = new();

    private EntityShape(Type type) =>
        Columns = [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0
                && !property.IsDefined(typeof(IgnoreDataMemberAttribute))
                && property.Name is not (Names.PartitionKey or Names.RowKey or Names.Timestamp or Names.ETag))
            .Select(property => (property.GetCustomAttribute<DataMemberAttribute>()?.Name ?? property.Name, property))];

    public IReadOnlyList<(string Name, PropertyInfo Property)> Columns { get; }

    public static EntityShape Of(Type type) => Known.GetOrAdd(type, static key => new(key));
}
