using System.Reflection;
using RetroBot.Host.Storage;
using RetroBot.Tests.Browser;
using Xunit;

namespace RetroBot.Tests.Contracts.AzureTables;

/// <summary>The schema that members and auditors are shown is complete, and the document is written from it.</summary>
public sealed class StorageSchemaTests
{
    private static readonly Type[] RowClasses = [.. typeof(Row).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Row)))];

    private static string Document { get; } = Path.Combine(Clone.Root, "docs", "privacy.md");

    [Fact]
    public void Every_class_of_rows_is_a_kind_of_the_schema() =>
        Assert.Empty(RowClasses.Except(StorageSchema.All.Select(kind => kind.Row)).Select(type => type.Name));

    [Fact]
    public void Every_column_is_described_and_nothing_else_is()
    {
        Assert.Empty(RowClasses.SelectMany(Properties).Where(property => property.CanWrite && property.GetCustomAttribute<StoredAttribute>() is null).Select(NameOf));
        Assert.Empty(RowClasses.Append(typeof(Row)).SelectMany(Properties).Where(property => property.GetCustomAttribute<StoredAttribute>() is not null && (!property.CanWrite || property.DeclaringType == typeof(Row))).Select(NameOf));
        Assert.Equal(RowClasses.Sum(type => Properties(type).Count()), StorageSchema.All.Sum(kind => kind.Columns.Count));

        static string NameOf(PropertyInfo property) => $"{property.DeclaringType!.Name}.{property.Name}";
    }

    [Fact]
    public void What_goes_before_its_row_says_so_and_nothing_outlives_its_row()
    {
        Assert.DoesNotContain(StorageSchema.All, kind => kind.Until is Until.RowGoes);
        Assert.DoesNotContain(StorageSchema.All.Where(kind => kind.Until is Until.RoundCloses), kind => kind.All.Any(column => column.Until is Until.TeamGoes));
    }

    [Fact]
    public void What_is_about_a_person_and_outlives_a_round_is_what_the_document_names() =>
        Assert.Equal(
            ["casestudies", "chats", "preferences", "teams", "votes"],
            StorageSchema.All.Where(kind => kind.Until is not Until.RoundCloses && kind.All.Any(column => column.IsPersonal)).Select(kind => kind.Table).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary><c>APPROVE=1</c> writes it anew.</summary>
    [Fact]
    public async Task The_document_says_what_the_schema_says()
    {
        var ct = TestContext.Current.CancellationToken;
        var document = (await File.ReadAllTextAsync(Document, ct)).ReplaceLineEndings("\n");
        var renewed = StoredDocument.Renew(document);
        if (Environment.GetEnvironmentVariable("APPROVE") is "1") await File.WriteAllTextAsync(Document, document = renewed, ct);

        Assert.Equal(renewed, document);
    }

    private static IEnumerable<PropertyInfo> Properties(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly);
}
