using System.Globalization;
using Newtonsoft.Json;

namespace AdaptiveCards;

[JsonConverter(typeof(AdaptiveSchemaVersionConverter))]
public class AdaptiveSchemaVersion
{
    public AdaptiveSchemaVersion()
    {
    }

    /// <exception cref="ArgumentException">No version at all.</exception>
    /// <exception cref="AdaptiveSerializationException">Not a number, or two with a point between them.</exception>
    public AdaptiveSchemaVersion(string versionString)
    {
        if (versionString is null)
            throw new ArgumentException("A version is needed.", nameof(versionString));

        var parts = versionString.Split('.');
        if (!TryParse(parts[0], out var major) || !TryParse(parts.Length > 1 ? parts[1] : "0", out var minor))
            throw new AdaptiveSerializationException($"'{versionString}' is not a valid version identifier");
        Major = major;
        Minor = minor;

        static bool TryParse(string text, out int number) => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out number);
    }

    public AdaptiveSchemaVersion(int major, int minor)
    {
        Major = major;
        Minor = minor;
    }

    public int Major { get; set; }

    public int Minor { get; set; }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}");

    public static implicit operator AdaptiveSchemaVersion(string versionString) => new(versionString);
}
