namespace Microsoft.Bot.Schema;

public interface IEventActivity : IActivity
{
    string Name { get; set; }

    object Value { get; set; }

    ConversationReference RelatesTo { get; set; }
}
