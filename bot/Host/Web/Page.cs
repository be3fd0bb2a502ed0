using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using RetroBot.Host.Web.Pages;

namespace RetroBot.Host.Web;

/// <summary>Pages as answers to requests.</summary>
internal static class Page
{
    public static IResult Of<TPage>(Dictionary<string, object?> parameters, int status = StatusCodes.Status200OK)
        where TPage : IComponent => new RazorComponentResult<TPage>(parameters) { StatusCode = status };

    /// <summary>A page that says one thing.</summary>
    /// <param name="key">Of the texts.</param>
    /// <param name="next">Where its button leads; null for no button.</param>
    public static IResult Told(PageTexts texts, string key, Reader? reader, int status, string? next = null) =>
        Of<Told>(new(StringComparer.Ordinal) { [nameof(Pages.Told.Texts)] = texts, [nameof(Pages.Told.Key)] = key, [nameof(Pages.Told.Reader)] = reader, [nameof(Pages.Told.Next)] = next }, status);
}
