using Azure.Core;

namespace Azure.Data.Tables;

public class TableClientOptions : ClientOptions
{
    public TableClientOptions(ServiceVersion serviceVersion = ServiceVersion.V2020_12_06)
    {
        Version = serviceVersion switch
        {
            ServiceVersion.V2019_02_02 => "2019-02-02",
            ServiceVersion.V2020_12_06 => "2020-12-06",
            _ => throw new ArgumentOutOfRangeException(nameof(serviceVersion)),
        };
        // Names that say nothing about what is stored; everything else is masked in logs.
        Diagnostics.LoggedHeaderNames.Add("DataServiceVersion");
        Diagnostics.LoggedQueryParameters.Add("$format");
        Diagnostics.LoggedQueryParameters.Add("$top");
    }

    /// <summary>The value of <c>x-ms-version</c>.</summary>
    internal string Version { get; }

    public enum ServiceVersion
    {
        V2019_02_02 = 1,
        V2020_12_06 = 2,
    }
}
