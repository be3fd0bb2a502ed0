namespace RetroBot.Simulation;

/// <summary>A team: its channels, and who is in it now.</summary>
public sealed class SimulatedTeam
{
    private readonly Lock gate = new();
    private readonly SortedList<long, SimulatedPerson> membersByArrival = [];
    private readonly List<SimulatedChannel> channels;
    private readonly TeamsDirectory directory;
    private long arrivals;

    internal SimulatedTeam(SimulatedTenant tenant, string name, TeamsDirectory directory)
    {
        this.directory = directory;
        Tenant = tenant;
        Name = name;
        General = new SimulatedChannel(this, NewThreadId(), Name: null);
        channels = [General];
        directory.Register(this);
        directory.Register(General);
    }

    public SimulatedTenant Tenant { get; }

    public string Name { get; }

    /// <summary>The thread id of the General channel, which Teams also uses for the team.</summary>
    public string Id => General.Id;

    /// <summary>The id of the Microsoft 365 group behind the team.</summary>
    public Guid GroupId { get; } = Guid.NewGuid();

    public SimulatedChannel General { get; }

    /// <summary>Whether the app is in the team. While it is not, sends and roster reads are refused with 403 BotNotInConversationRoster.</summary>
    public bool HasTheBot { get; set; }

    public IReadOnlyList<SimulatedChannel> Channels
    {
        get
        {
            lock (gate)
                return [.. channels];
        }
    }

    /// <summary>In the order in which they joined.</summary>
    public IReadOnlyList<SimulatedPerson> Members
    {
        get
        {
            lock (gate)
                return [.. membersByArrival.Values];
        }
    }

    public SimulatedChannel AddChannel(string name)
    {
        var channel = new SimulatedChannel(this, NewThreadId(), name);
        lock (gate)
            channels.Add(channel);
        directory.Register(channel);
        return channel;
    }

    /// <summary>Adds somebody new to the tenant and to this team.</summary>
    public SimulatedPerson AddPerson(string name)
    {
        var person = Tenant.AddPerson(name);
        Join(person);
        return person;
    }

    public void Join(SimulatedPerson person)
    {
        lock (gate)
        {
            if (membersByArrival.ContainsValue(person))
                throw new InvalidOperationException($"{person.Name} is already in {Name}.");
            membersByArrival.Add(arrivals++, person);
        }
    }

    public void Leave(SimulatedPerson person)
    {
        lock (gate)
        {
            var index = membersByArrival.IndexOfValue(person);
            if (index < 0)
                throw new InvalidOperationException($"{person.Name} is not in {Name}.");
            membersByArrival.RemoveAt(index);
        }
    }

    /// <summary>A page of those who arrived at <paramref name="from"/> or later, and where the next page starts: leaving people shift no page.</summary>
    internal (IReadOnlyList<SimulatedPerson> Page, long? Next) PageOfMembers(long from, int size)
    {
        lock (gate)
        {
            var rest = membersByArrival.SkipWhile(member => member.Key < from).Take(size + 1).ToList();
            return rest.Count > size
                ? ([.. rest.Take(size).Select(member => member.Value)], rest[size].Key)
                : ([.. rest.Select(member => member.Value)], null);
        }
    }

    private static string NewThreadId() => $"19:{Guid.NewGuid():N}@thread.tacv2";
}
