namespace RetroBot.Simulation.Connector;

/// <summary>A call that the connector has dealt with.</summary>
/// <param name="Status">Null when the caller got no answer.</param>
public sealed record RecordedRequest(ConnectorRequest Request, int? Status)
{
    public override string ToString() =>
        $"{Request.Method} {Request.Template}: {Status?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "no answer"}";
}
