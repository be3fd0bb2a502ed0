using Microsoft.AspNetCore.Http.Extensions;

namespace RetroBot.Host.Web;

/// <summary>Addresses of pages, which keep the language in which somebody reads.</summary>
internal static class PageAddress
{
    public static string Of(string path, PageTexts texts, params IEnumerable<(string Name, string Value)> parameters)
    {
        var query = new QueryBuilder { { PageLanguage.Parameter, texts.Language.Tag } };
        foreach (var (name, value) in parameters)
        {
            if (value.Length > 0) query.Add(name, value);
        }
        return path + query;
    }
}
