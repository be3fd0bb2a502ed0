using System.Runtime.Serialization;
using Azure;
using Azure.Data.Tables;
using RetroBot.Tests.Emulator;
using Xunit;

namespace RetroBot.Tests.Compat.DataTables;

public sealed class EntityTests(StorageEmulator emulator) : TableTest(emulator)
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, 123, TimeSpan.FromHours(2));

    [Theory]
    [InlineData("plain")]
    [InlineData("")]
    [InlineData("äß 漢字 🎉 \"quoted\" 'single' \\ / \r\n\t")]
    [InlineData(true)]
    [InlineData(int.MinValue)]
    [InlineData(long.MaxValue)]
    [InlineData(5L)]
    [InlineData(3.5)]
    [InlineData(3.0)]
    [InlineData(double.MaxValue)]
    [InlineData(double.Epsilon)]
    [InlineData(double.NaN)]
    public async Task A_value_comes_back_with_its_type(object value)
    {
        await Table.AddEntityAsync(new TableEntity("p", "r") { ["Value"] = value }, Ct);
        TableEntity read = await Table.GetEntityAsync<TableEntity>("p", "r", cancellationToken: Ct);
        Assert.Equal(value, read["Value"]);
        Assert.IsType(value.GetType(), read["Value"]);
    }

    [Fact]
    public async Task Binary_guid_and_time_come_back_through_their_typed_getters()
    {
        var id = Guid.Parse("6f9619ff-8b86-d011-b42d-00c04fc964ff");
        await Table.AddEntityAsync(new TableEntity("p", "r") { ["Bytes"] = new byte[] { 0, 255, 7 }, ["Id"] = id, ["At"] = Noon, ["Data"] = BinaryData.FromString("x") }, Ct);
        TableEntity read = await Table.GetEntityAsync<TableEntity>("p", "r", cancellationToken: Ct);
        Assert.Equal([0, 255, 7], read.GetBinary("Bytes"));
        Assert.Equal("x", read.GetBinaryData("Data")?.ToString());
        Assert.Equal(id, read.GetGuid("Id"));
        Assert.Equal(Noon, read.GetDateTimeOffset("At"));
        Assert.Equal(Noon.UtcDateTime, read.GetDateTime("At"));
        Assert.Null(read.GetString("Absent"));
        Assert.Null(read.GetInt32("Absent"));
        Assert.Throws<InvalidOperationException>(() => read.GetInt32("Id"));
    }

    [Fact]
    public async Task A_class_of_ones_own_comes_back_property_by_property()
    {
        var written = new Everything
        {
            PartitionKey = "p", RowKey = "r", Text = "text", Flag = true, Small = -1, Big = long.MinValue, Real = 2, Id = Guid.NewGuid(),
            At = Noon, Utc = Noon.UtcDateTime, Bytes = [1, 2], Day = DayOfWeek.Friday, Renamed = "under another name", Unseen = "never stored",
        };
        await Table.AddEntityAsync(written, Ct);

        Everything read = await Table.GetEntityAsync<Everything>("p", "r", cancellationToken: Ct);
        Assert.Equal(
            (written.Text, written.Flag, written.Small, written.Big, written.Real, written.Id, written.At, written.Utc, written.Day, written.Renamed),
            (read.Text, read.Flag, read.Small, read.Big, read.Real, read.Id, read.At, read.Utc, read.Day, read.Renamed));
        Assert.Equal(written.Bytes, read.Bytes);
        Assert.Null(read.Missing);
        Assert.Null(read.Unseen);
        Assert.NotNull(read.Timestamp);
        Assert.NotEqual(default, read.ETag);

        TableEntity raw = await Table.GetEntityAsync<TableEntity>("p", "r", cancellationToken: Ct);
        Assert.Equal("under another name", raw["short"]);
        Assert.Equal("Friday", raw["Day"]);
        Assert.False(raw.ContainsKey("Unseen"));
        Assert.False(raw.ContainsKey("Missing"));
        Assert.False(raw.ContainsKey("Renamed"));
    }

    [Fact]
    public async Task A_merge_keeps_what_it_does_not_name_and_a_replace_does_not()
    {
        await Table.AddEntityAsync(new TableEntity("p", "r") { ["A"] = 1, ["B"] = 1 }, Ct);
        await Table.UpsertEntityAsync(new TableEntity("p", "r") { ["B"] = 2 }, TableUpdateMode.Merge, Ct);
        TableEntity merged = await Table.GetEntityAsync<TableEntity>("p", "r", cancellationToken: Ct);
        Assert.Equal((1, 2), (merged["A"], merged["B"]));

        await Table.UpsertEntityAsync(new TableEntity("p", "r") { ["B"] = 3 }, TableUpdateMode.Replace, Ct);
        TableEntity replaced = await Table.GetEntityAsync<TableEntity>("p", "r", cancellationToken: Ct);
        Assert.False(replaced.ContainsKey("A"));
        Assert.Equal(3, replaced["B"]);
    }

    [Fact]
    public async Task What_was_read_can_be_written_back()
    {
        await Table.AddEntityAsync(new TableEntity("p", "r") { ["A"] = 1 }, Ct);
        TableEntity read = await Table.GetEntityAsync<TableEntity>("p", "r", cancellationToken: Ct);
        read["A"] = 2;
        await Table.UpdateEntityAsync(read, read.ETag, TableUpdateMode.Replace, Ct);
        TableEntity again = await Table.GetEntityAsync<TableEntity>("p", "r", cancellationToken: Ct);
        Assert.Equal(2, again["A"]);
        Assert.NotEqual(read.ETag, again.ETag);
    }

    [Fact]
    public async Task A_value_that_a_table_cannot_hold_is_refused_before_it_is_sent() =>
        await Assert.ThrowsAsync<NotSupportedException>(() => Table.AddEntityAsync(new TableEntity("p", "r") { ["A"] = new Uri("https://contoso.com") }, Ct));

    [Theory]
    [InlineData("it's 100 % (a, b)=c&d+e")]
    [InlineData("漢字 🎉")]
    [InlineData("19:abc@thread.tacv2|2026-W47")]
    public async Task Keys_with_awkward_characters_find_their_row(string key)
    {
        await Table.AddEntityAsync(new TableEntity(key, key) { ["A"] = 1 }, Ct);
        TableEntity read = await Table.GetEntityAsync<TableEntity>(key, key, cancellationToken: Ct);
        Assert.Equal((key, key, 1), (read.PartitionKey, read.RowKey, read["A"]));
        await Table.DeleteEntityAsync(read, cancellationToken: Ct);
        Assert.False((await Table.GetEntityIfExistsAsync<TableEntity>(key, key, cancellationToken: Ct)).HasValue);
    }

    private sealed class Everything : ITableEntity
    {
        public string PartitionKey { get; set; } = "";
        public string RowKey { get; set; } = "";
        public DateTimeOffset? Timestamp { get; set; }
        public ETag ETag { get; set; }
        public string? Text { get; set; }
        public string? Missing { get; set; }
        public bool Flag { get; set; }
        public int Small { get; set; }
        public long Big { get; set; }
        public double? Real { get; set; }
        public Guid Id { get; set; }
        public DateTimeOffset At { get; set; }
        public DateTime? Utc { get; set; }
        public byte[]? Bytes { get; set; }
        public DayOfWeek? Day { get; set; }
        [DataMember(Name = "short")] public string? Renamed { get; set; }
        [IgnoreDataMember] public string? Unseen { get; set; }
    }
}
