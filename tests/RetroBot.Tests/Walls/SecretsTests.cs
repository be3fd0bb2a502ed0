using System.Security.Cryptography;
using System.Text.Json;
using RetroBot.Host.Local;
using RetroBot.Tests.Browser;
using RetroBot.Tests.Local;
using Xunit;

namespace RetroBot.Tests.Walls;

/// <summary>There is no secret in the repository: secretlint looks through every file that git knows.</summary>
public sealed class SecretsTests
{
    /// <summary>Made up for RetroBot to find or to refuse.</summary>
    private static readonly HashSet<(string File, string Rule)> MadeUp =
    [
        ("tests/RetroBot.Tests/Attacks/A24HostileStories.cs", "github"),
        ("tests/RetroBot.Tests/CaseStudies/ForgedStoryTests.cs", "basicauth"),
        ("tests/RetroBot.Tests/CaseStudies/StoryTests.cs", "basicauth"),
        ("tests/RetroBot.Tests/Catalogs/FileUploadTests.cs", "basicauth"),
        ("tests/RetroBot.Tests/Privacy/Redaction/ContactTests.cs", "slack"),
        ("tests/RetroBot.Tests/Privacy/Redaction/Corpus/en.txt", "basicauth"),
        ("tests/RetroBot.Tests/Privacy/Redaction/Corpus/pt-br.txt", "database-connection-string"),
        ("tests/RetroBot.Tests/Startup/MasterKeyTests.cs", "basicauth"),
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_file_of_the_repository_holds_one()
    {
        var listed = await Command.RunAsync("git", ["ls-files"], Clone.Root, Ct);
        Assert.Equal(0, listed?.ExitCode);

        var found = await FindAsync([.. listed!.Output.Select(file => Path.Combine(Clone.Root, file)).Where(File.Exists)]);

        var ours = found.Select(one => (File: Path.GetRelativePath(Clone.Root, one.File).Replace('\\', '/'), one.Rule)).ToHashSet();
        Assert.Empty(ours.Except(MadeUp));
        Assert.Empty(MadeUp.Except(ours));
    }

    [Fact]
    public async Task Each_kind_of_secret_would_be_found()
    {
        using var folder = new TemporaryFolder();
        using var rsa = RSA.Create(2048);
        var letters = Convert.ToHexString(RandomNumberGenerator.GetBytes(40));
        (string Kind, string Text)[] secrets =
        [
            ("privatekey", rsa.ExportPkcs8PrivateKeyPem()),
            ("github", "ghp_" + letters[..36]),
            ("npm", "npm_" + letters[..36]),
            ("slack", string.Concat("xox", $"b-1234567890-1234567890-{letters[..24]}")),
            ("basicauth", $"https://admin:{letters[..12]}@contoso.com/"),
            ("pattern", "DefaultEndpointsProtocol=https;AccountName=retro;AccountKey=" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(64))),
            ("pattern", $"MicrosoftAppPassword = \"abc8Q~{letters[..34]}\""),
        ];
        foreach (var (index, secret) in secrets.Index()) await File.WriteAllTextAsync(Path.Combine(folder.Path, $"{index}.txt"), secret.Text, Ct);

        var found = await FindAsync([.. Directory.EnumerateFiles(folder.Path).Order(StringComparer.Ordinal)]);

        Assert.Equal(secrets.Select(secret => secret.Kind), found.Select(one => one.Rule));
    }

    private static async Task<IReadOnlyList<Found>> FindAsync(IReadOnlyList<string> files)
    {
        using var folder = new TemporaryFolder();
        var list = Path.Combine(folder.Path, "files.txt");
        await File.WriteAllLinesAsync(list, files, Ct);
        return JsonSerializer.Deserialize<List<Found>>(await NodeScript.RunAsync("find-secrets.mjs", Ct, list), JsonSerializerOptions.Web)!;
    }

    private sealed record Found(string File, int Line, string Rule);
}
