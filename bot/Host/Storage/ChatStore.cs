using Azure;
using Azure.Data.Tables;
using NodaTime;
using NodaTime.Text;
using RetroBot.Core;
using RetroBot.Core.Deliveries;
using RetroBot.Core.People;

namespace RetroBot.Host.Storage;

internal sealed class ChatStore(Tables tables) : IChatStore
{
    private const string NoRow = "";

    public static RowKind Chats { get; } = new(Keys.Chats, "where a person's own chat is",
        new RowKeys("", Topic.Chat, "tenant and Entra object id of the person", ArePersonal: true), Until.ChatIsForgotten, typeof(ChatRow));

    public async Task<Versioned<Chat>> OfAsync(TenantId tenant, UserId user, CancellationToken ct) =>
        await tables.Chats.FindAsync<ChatRow>(Keys.PartitionOf(tenant), Keys.RowOf(user), ct) is { } row ? new(new Chat(row.Conversation, row.Barrier), row.ETag.ToString()) : new(Chat.Unknown, NoRow);

    public async Task<string?> SaveAsync(TenantId tenant, UserId user, Chat chat, LocalDate on, string version, CancellationToken ct)
    {
        var row = new ChatRow
        {
            PartitionKey = Keys.PartitionOf(tenant),
            RowKey = Keys.RowOf(user),
            Conversation = chat.Conversation,
            Barrier = chat.Barrier,
            Written = LocalDatePattern.Iso.Format(on),
        };
        if (chat != Chat.Unknown) return await (version == NoRow ? tables.Chats.AddAsync(row, ct) : tables.Chats.ReplaceAsync(row, new ETag(version), ct)).VersionAsync();
        return version == NoRow || await tables.Chats.DeleteAsync(row, new ETag(version), ct).OutcomeAsync() == SaveOutcome.Saved ? NoRow : null;
    }

    public Task RemoveAsync(TenantId tenant, UserId user, CancellationToken ct) => tables.Chats.DeleteAsync(Keys.PartitionOf(tenant), Keys.RowOf(user), ct);

    public Task RemoveAsync(TenantId tenant, CancellationToken ct) => tables.Chats.DeleteAllAsync(Keys.PartitionFilter(Keys.PartitionOf(tenant)), ct);

    public Task RemoveBeforeAsync(LocalDate day, CancellationToken ct) =>
        tables.Chats.DeleteAllAsync(TableClient.CreateQueryFilter($"Written lt {LocalDatePattern.Iso.Format(day)}"), ct);

    private sealed class ChatRow : Row
    {
        [Stored(Topic.Chat, "the id by which Teams knows the person's chat with RetroBot", IsPersonal = true)]
        public string? Conversation { get; set; }

        [Stored(Topic.Chat, "whether the person blocked RetroBot, or lacks the app: then they are left alone until they write or install it", IsPersonal = true)]
        public ChatBarrier? Barrier { get; set; }

        [Stored(Topic.Chat, "the day on which this was written", IsPersonal = true)]
        public string Written { get; set; } = "";
    }
}
