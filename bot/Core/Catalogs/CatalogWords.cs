using System.Text;

namespace RetroBot.Core.Catalogs;

/// <summary>The keys that exports use for choices from lists, such as <c>less_tedious</c>: the name of the choice in small letters. A test holds them, since others build on them.</summary>
public static class CatalogWords
{
    public static string Of<TChoice>(TChoice choice)
        where TChoice : struct, Enum
    {
        if (!Enum.IsDefined(choice)) throw new ArgumentOutOfRangeException(nameof(choice), choice, null);
        var key = new StringBuilder();
        foreach (var letter in choice.ToString())
        {
            if (char.IsUpper(letter) && key.Length > 0) key.Append('_');
            key.Append(char.ToLowerInvariant(letter));
        }

        return key.ToString();
    }
}
