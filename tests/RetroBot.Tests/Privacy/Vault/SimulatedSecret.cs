using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace RetroBot.Tests.Privacy.Vault;

/// <summary>A secret with its versions.</summary>
public sealed class SimulatedSecret(Uri vault, string name, TimeProvider time)
{
    private const int PageSize = 25;

    private ImmutableList<SimulatedSecretVersion> versions = [];

    /// <summary>It was deleted.</summary>
    public bool IsDeleted { get; set; }

    public SimulatedSecretVersion Latest => versions[^1];

    /// <summary>Adds a version. The clock has to move between two of them: a vault tells seconds apart.</summary>
    public SimulatedSecretVersion Put(string value)
    {
        var version = new SimulatedSecretVersion(new Uri(vault, $"secrets/{name}/{Guid.NewGuid():N}"), value, time.GetUtcNow());
        versions = versions.Add(version);
        return version;
    }

    /// <summary>Adds a version with a key in it.</summary>
    public SimulatedSecretVersion PutKey() => Put(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));

    public Task AnswerAsync(HttpContext context)
    {
        string[] path = context.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return path switch
        {
            ["secrets", var asked, "versions"] when asked == name && !IsDeleted => ListAsync(context),
            ["secrets", _, "versions"] => JsonAsync(context, new JsonObject { ["value"] = new JsonArray(), ["nextLink"] = null }),
            ["secrets", var asked, var version] when asked == name && !IsDeleted && versions.Find(it => it.Id.Segments[^1] == version) is { } found => GetAsync(context, found),
            ["secrets", var asked] when asked == name && !IsDeleted && !versions.IsEmpty => GetAsync(context, versions[^1]),
            _ => new VaultRefusal(StatusCodes.Status404NotFound, "SecretNotFound").WriteAsync(context.Response),
        };
    }

    private static Task GetAsync(HttpContext context, SimulatedSecretVersion version)
    {
        if (!version.Enabled) return new VaultRefusal(StatusCodes.Status403Forbidden, "Forbidden", "SecretDisabled").WriteAsync(context.Response);
        var bundle = version.Described();
        bundle["value"] = version.Value;
        return JsonAsync(context, bundle);
    }

    // Always in the same order, which is not that of time.
    private Task ListAsync(HttpContext context)
    {
        var all = versions.OrderBy(version => version.Id.AbsolutePath, StringComparer.Ordinal).ToList();
        var skipped = int.TryParse(context.Request.Query["$skiptoken"], CultureInfo.InvariantCulture, out var token) ? token : 0;
        return JsonAsync(context, new JsonObject
        {
            ["value"] = new JsonArray([.. all.Skip(skipped).Take(PageSize).Select(version => version.Described())]),
            ["nextLink"] = skipped + PageSize < all.Count
                ? new Uri(vault, $"secrets/{name}/versions?api-version={context.Request.Query["api-version"]}&$skiptoken={skipped + PageSize}").AbsoluteUri
                : null,
        });
    }

    private static Task JsonAsync(HttpContext context, JsonObject body)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync(body.ToJsonString(), context.RequestAborted);
    }
}
