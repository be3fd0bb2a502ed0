using RetroBot.Simulation.Connector;

namespace RetroBot.Simulation.Judging;

/// <summary>The judge of lost and doubled: what people and channels really received, counted as it arrived, whatever the bot was answered.</summary>
/// <remarks>What was received stays received: a chat that its reader deletes changes no count.</remarks>
public sealed class DeliveryRecord
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Dictionary<SimulatedPerson, int>> cards = new(StringComparer.Ordinal);
    private readonly Dictionary<SimulatedChannel, Dictionary<string, string>> posts = [];
    private readonly Func<ReceivedActivity, string?> nameOf;
    private int unnamed;

    internal DeliveryRecord(Func<ReceivedActivity, string?> nameOf) => this.nameOf = nameOf;

    /// <summary>The names of the cards that anybody received in a chat.</summary>
    public IReadOnlyList<string> Cards
    {
        get
        {
            lock (gate)
                return [.. cards.Keys];
        }
    }

    /// <summary>What has no name and came into a chat.</summary>
    public int Unnamed
    {
        get
        {
            lock (gate)
                return unnamed;
        }
    }

    /// <param name="card">The name that the scenario gives a card.</param>
    public CardCount Of(string card, IEnumerable<SimulatedPerson> people)
    {
        ArgumentNullException.ThrowIfNull(people);
        List<SimulatedPerson> never = [], once = [], more = [];
        lock (gate)
        {
            var received = cards.GetValueOrDefault(card, []);
            foreach (var person in people)
                (received.GetValueOrDefault(person) switch { 0 => never, 1 => once, _ => more }).Add(person);
        }

        return new CardCount(never, once, more);
    }

    /// <summary>How many cards of this name were received in chats, by anybody.</summary>
    public int Total(string card)
    {
        lock (gate)
            return cards.GetValueOrDefault(card, []).Values.Sum();
    }

    /// <summary>How many posts with a name stand in a channel, by their names as they read now.</summary>
    public IReadOnlyDictionary<string, int> StandingIn(SimulatedChannel channel)
    {
        lock (gate)
            return posts.GetValueOrDefault(channel, []).Values.CountBy(name => name, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
    }

    internal void Received(Conversation conversation, ReceivedActivity activity)
    {
        if (conversation is not Conversation.Personal { Person: var person })
        {
            Stands(conversation, activity);
            return;
        }

        var name = nameOf(activity);
        lock (gate)
        {
            if (name is null)
            {
                unnamed++;
                return;
            }

            if (!cards.TryGetValue(name, out var counts))
                cards[name] = counts = [];
            counts[person] = counts.GetValueOrDefault(person) + 1;
        }
    }

    /// <summary>An activity reads differently now, or is gone.</summary>
    internal void Stands(Conversation conversation, ReceivedActivity activity)
    {
        if (conversation is not Conversation.InChannel { Channel: var channel })
            return;
        var name = activity.IsDeleted ? null : nameOf(activity);
        lock (gate)
        {
            if (!posts.TryGetValue(channel, out var standing))
                posts[channel] = standing = new(StringComparer.Ordinal);
            if (name is null)
                standing.Remove(activity.Id);
            else
                standing[activity.Id] = name;
        }
    }
}
