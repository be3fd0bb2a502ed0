using System.Collections.Concurrent;
using RetroBot.Simulation.Connector;

namespace RetroBot.Simulation;

/// <summary>Everything that has an id on the wire, found by that id.</summary>
internal sealed class TeamsDirectory(Keeping keeping, Identities identities)
{
    private readonly ConcurrentDictionary<string, SimulatedPerson> people = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, SimulatedTeam> teams = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Conversation> conversations = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<SimulatedPerson, Conversation> chats = new();

    public Identities Identities => identities;

    public void Register(SimulatedPerson person)
    {
        people[person.Id] = person;
        people[person.ObjectId.ToString()] = person;
    }

    public void Register(SimulatedTeam team) => teams[team.Id] = team;

    public void Register(SimulatedChannel channel) =>
        conversations[channel.Id] = new Conversation.InChannel(channel, new Timeline(keeping.PerChannel));

    /// <summary>By Teams account id or Entra object id: the connector takes both.</summary>
    public SimulatedPerson? Person(string id) => people.GetValueOrDefault(id);

    public SimulatedTeam? Team(string id) => teams.GetValueOrDefault(id);

    /// <summary>A thread in a channel, <c>19:…;messageid=…</c>, is found as its channel.</summary>
    public Conversation? Conversation(string id) =>
        conversations.GetValueOrDefault(id.Split(";messageid=", 2)[0]);

    /// <summary>The chat with a person if there is one now.</summary>
    public Conversation? ChatOf(SimulatedPerson person) => chats.GetValueOrDefault(person);

    public Conversation OpenChat(SimulatedPerson person)
    {
        var chat = chats.GetOrAdd(person, NewChat);
        conversations.TryAdd(chat.Id, chat);
        return chat;
    }

    /// <summary>Nothing is found under its id any more; the next chat with the person has another.</summary>
    public void DeleteChat(SimulatedPerson person)
    {
        if (chats.TryRemove(person, out var chat))
            conversations.TryRemove(chat.Id, out _);
    }

    private Conversation NewChat(SimulatedPerson person) => new Conversation.Personal(
        $"a:1{identities.NewText()}", person, new Timeline(keeping.PerChat));
}
