namespace RetroBot.Simulation;

/// <summary>An organisation: people and teams are added to it.</summary>
public sealed class SimulatedTenant
{
    private readonly TeamsDirectory directory;

    internal SimulatedTenant(TeamsDirectory directory) => (this.directory, Id) = (directory, directory.Identities.NewGuid());

    public Guid Id { get; }

    /// <summary>Its administrator switched the bot off: every call that concerns the tenant is refused with 403 BotDisabledByAdmin.</summary>
    public bool HasDisabledTheBot { get; set; }

    public SimulatedTeam AddTeam(string name) => new(this, name, directory);

    public SimulatedPerson AddPerson(string name)
    {
        var person = new SimulatedPerson(this, name, directory.Identities);
        directory.Register(person);
        return person;
    }
}
