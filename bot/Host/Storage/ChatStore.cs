using Azure.Data.Tables;
using NodaTime;
using NodaTime.Text;
using RetroBot.Core.Deliveries;
using RetroBot.Core.People;

namespace RetroBot.Host.Storage;

internal sealed class ChatStore(Tables tables) : IChatStore
{
    public static RowKind Chats { get; } = new(Keys.Chats, "where a person's own chat is",
        new RowKeys("", Topic.Chat, "tenant and Entra object id of the person", ArePersonal: true), Until.ChatIsForgotten, typeof(ChatRow));

    public async Task<Chat> OfAsync(TenantId tenant, UserId user, CancellationToken ct) =>
        await tables.Chats.FindAsync<ChatRow>(Keys.PartitionOf(tenant), Keys.RowOf(user), ct) is { } row ? new Chat(row.Conversation, row.Barrier) : Chat.Unknown;

    public Task SaveAsync(TenantId tenant, UserId user, Chat chat, LocalDate on, CancellationToken ct) => chat == Chat.Unknown
        ? tables.Chats.DeleteAsync(Keys.PartitionOf(tenant), Keys.RowOf(user), ct)
        : tables.Chats.PutAsync(new ChatRow
        {
            PartitionKey = Keys.PartitionOf(tenant),
            RowKey = Keys.RowOf(user),
            Conversation = chat.Conversation,
            Barrier = chat.Barrier,
            Written = LocalDatePattern.Iso.Format(on),
        }, ct);

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
