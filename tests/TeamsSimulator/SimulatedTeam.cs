namespace RetroBot.Simulation;

/// <summary>A team: its channels, and who is in it now.</summary>
public sealed class SimulatedTeam
{
    private readonly Lock gate = new();
    private readonly SortedList<long, SimulatedPerson> membersByArrival = [];
    private readonly Dictionary<SimulatedPerson, long> arrivalOf = [];
    private readonly List<SimulatedChannel> channels;
    private readonly TeamsDirectory directory;
    private IReadOnlyList<SimulatedPerson>? members;
    private long arrivals;

    internal SimulatedTeam(SimulatedTenant tenant, string name, TeamsDirectory directory)
    {
        this.directory = directory;
        Tenant = tenant;
        Name = name;
        GroupId = directory.Identities.NewGuid();
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
    public Guid GroupId { get; }

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
                return members ??= [.. membersByArrival.Values];
        }
    }

    public int MemberCount
    {
        get
        {
            lock (gate)
                return membersByArrival.Count;
        }
    }

    public bool Has(SimulatedPerson person)
    {
        lock (gate)
            return arrivalOf.ContainsKey(person);
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
            if (!arrivalOf.TryAdd(person, arrivals))
                throw new InvalidOperationException($"{person.Name} is already in {Name}.");
            membersByArrival.Add(arrivals++, person);
            members = null;
        }
    }

    public void Leave(SimulatedPerson person)
    {
        lock (gate)
        {
            if (!arrivalOf.Remove(person, out var arrival))
                throw new InvalidOperationException($"{person.Name} is not in {Name}.");
            membersByArrival.Remove(arrival);
            members = null;
        }
    }

    /// <summary>A page of those who arrived at <paramref name="from"/> or later, and where the next page starts: leaving people shift no page.</summary>
    internal (IReadOnlyList<SimulatedPerson> Page, long? Next) PageOfMembers(long from, int size)
    {
        lock (gate)
        {
            var first = FirstFrom(from);
            var end = Math.Min(first + size, membersByArrival.Count);
            var page = Enumerable.Range(first, end - first).Select(membersByArrival.GetValueAtIndex);
            return ([.. page], end < membersByArrival.Count ? membersByArrival.GetKeyAtIndex(end) : null);
        }
    }

    /// <summary>Where the first stands who arrived at <paramref name="arrival"/> or later.</summary>
    private int FirstFrom(long arrival)
    {
        var (low, high) = (0, membersByArrival.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (membersByArrival.GetKeyAtIndex(middle) < arrival)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private string NewThreadId() => $"19:{directory.Identities.NewGuid():N}@thread.tacv2";
}
