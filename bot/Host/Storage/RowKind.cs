using System.Reflection;

namespace RetroBot.Host.Storage;

/// <summary>One kind of row in one table: what it is, how it is found, and its columns, read from the class that is written.</summary>
/// <param name="Name">What such a row stands for, as it stands in the document.</param>
/// <param name="Until">When such a row is deleted.</param>
/// <param name="Row">The class of the row.</param>
internal sealed record RowKind(string Table, string Name, RowKeys Keys, Until Until, Type Row)
{
    /// <summary>The row's own columns; the store adds the time of the last change to every row.</summary>
    public IReadOnlyList<StoredColumn> Columns { get; } =
    [
        .. from property in Row.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
           let stored = property.GetCustomAttribute<StoredAttribute>()
           where stored is not null
           select new StoredColumn(property.Name, stored.Topic, stored.Purpose, stored.IsPersonal, stored.Until is Until.RowGoes ? Until : stored.Until),
    ];

    /// <summary>The columns, and what the keys themselves say.</summary>
    public IEnumerable<StoredColumn> All => Columns.Prepend(new StoredColumn("keys", Keys.Topic, Keys.Purpose, Keys.ArePersonal, Until));

    public bool Includes(string table, string rowKey) => table == Table && Keys.Match(rowKey);
}
