using System.Text.Json;
using Xunit;

namespace RetroBot.Tests.Infra;

/// <summary>What the scripts of <c>infra/</c> do, in which order; Azure itself is not there.</summary>
public sealed class DeploymentTests
{
    private const string Application = "0a1b2c3d-0000-4000-8000-000000000001";

    private static readonly string[] FewPrograms = ["dirname", "cat"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public DeploymentTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "The scripts are for bash.");

    [Theory]
    [InlineData("deploy.sh", "retrobot westeurope")]
    [InlineData("remove.sh", "retrobot")]
    [InlineData("sign-in.sh", "retrobot.contoso.com")]
    public async Task Without_the_Azure_CLI_it_says_so_and_does_nothing(string script, string arguments)
    {
        using var folder = new ScriptFolder();
        Directory.CreateDirectory(Path.Combine(folder.Root, "few"));
        foreach (var program in FewPrograms) File.CreateSymbolicLink(Path.Combine(folder.Root, "few", program), $"/usr/bin/{program}");

        var refused = await folder.RunWithAsync(Path.Combine(folder.Root, "few"), script, arguments, Ct);

        Assert.Equal(1, refused.ExitCode);
        Assert.StartsWith($"{script}: az is not installed. Install the Azure CLI", Assert.Single(refused.Output), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("deploy.sh", "retrobot westeurope")]
    [InlineData("remove.sh", "retrobot")]
    [InlineData("sign-in.sh", "retrobot.contoso.com")]
    public async Task Whoever_is_not_signed_in_is_told_how_to_and_nothing_is_done(string script, string arguments)
    {
        using var folder = new ScriptFolder();
        folder.Write("signed-out", "");

        var refused = await folder.RunAsync(script, arguments, Ct);

        Assert.Equal(1, refused.ExitCode);
        Assert.StartsWith($"{script}: nobody is signed in to Azure. Run az login", Assert.Single(refused.Output), StringComparison.Ordinal);
        Assert.All(folder.Calls, call => Assert.StartsWith("az account show", call, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("deploy.sh", "retrobot", "deploy.sh: a resource group and a region are needed.")]
    [InlineData("deploy.sh", "retrobot westeurope now", "deploy.sh: now is one word too many.")]
    [InlineData("deploy.sh", "retrobot westeurope --quick", "deploy.sh: there is no option --quick.")]
    [InlineData("deploy.sh", "retrobot westeurope", "deploy.sh: nobody is there to ask. With --yes it goes on without asking; nothing was changed, but for the resource group.")]
    [InlineData("remove.sh", "", "remove.sh: usage: infra/remove.sh RESOURCE_GROUP")]
    [InlineData("remove.sh", "retrobot", "remove.sh: nothing was changed.")]
    [InlineData("sign-in.sh", "https://retrobot.contoso.com", "sign-in.sh: https://retrobot.contoso.com is not a host name such as retrobot.contoso.com: without https:// and without a slash.")]
    public async Task What_is_wrong_is_said_and_nothing_is_deployed_or_deleted(string script, string arguments, string message)
    {
        using var folder = new ScriptFolder();

        var refused = await folder.RunAsync(script, arguments, Ct);

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains(message, refused.Output);
        Assert.DoesNotContain(folder.Calls, call => call.Contains("deployment group create", StringComparison.Ordinal) || call.Contains("delete --name", StringComparison.Ordinal) || call.Contains("ad app", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_deployed_before_somebody_is_named_who_gets_the_alerts()
    {
        using var folder = new ScriptFolder(mailIsSet: false);

        var refused = await folder.RunAsync("deploy.sh", "retrobot westeurope --yes", Ct);

        Assert.Contains("deploy.sh: set alertMail in infra/main.bicepparam to an address that somebody reads.", refused.Output);
        Assert.DoesNotContain(folder.Calls, call => call.StartsWith("az group create", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_would_change_is_shown_first_then_come_Azure_the_master_key_and_the_program()
    {
        using var folder = new ScriptFolder();

        var done = await folder.RunAsync("deploy.sh", "retrobot westeurope --yes", Ct);

        Assert.True(done.ExitCode == 0, string.Join('\n', done.Output));
        string[] steps =
        [
            "az group create --name retrobot --location westeurope",
            "az deployment group what-if --resource-group retrobot --name retrobot --parameters infra/main.bicepparam --parameters recoverVault=false",
            "az deployment group create --resource-group retrobot --name retrobot --parameters infra/main.bicepparam --parameters recoverVault=false",
            "az resource show --ids /subscriptions/0/resourceGroups/retrobot/providers/Microsoft.KeyVault/vaults/the-vaultName/secrets/the-masterKeyName",
            "az deployment group create --resource-group retrobot --name retrobot-master-key --template-file infra/master-key.bicep",
            "dotnet publish bot/Host -c Release -r linux-x64 --no-self-contained",
            "az webapp deploy --resource-group retrobot --name the-siteName --src-path artifacts/deploy.zip --type zip",
            "curl --silent --show-error --fail --max-time 20 --output /dev/null https://the-host/health/ready",
        ];
        Assert.Equal(steps, steps.Where(step => folder.Calls.Any(call => call.StartsWith(step, StringComparison.Ordinal))));
        var order = steps.Select(step => folder.Calls.ToList().FindIndex(call => call.StartsWith(step, StringComparison.Ordinal))).ToList();
        Assert.Equal(order.Order(), order);
        Assert.Contains("  node infra/teams/package.mjs --bot the-botId --host the-host", done.Output);
        Assert.Contains(folder.Calls, call => call.StartsWith("dotnet publish", StringComparison.Ordinal) && call.EndsWith("OfficialSdk=true", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_master_key_is_32_random_bytes_that_stand_on_no_command_line_and_in_no_file_that_is_left()
    {
        using var folder = new ScriptFolder();

        var done = await folder.RunAsync("deploy.sh", "retrobot westeurope --yes --no-program", Ct);

        var key = KeyIn(folder);
        Assert.Equal(32, Convert.FromBase64String(key).Length);
        Assert.DoesNotContain(folder.Calls.Concat(done.Output), line => line.Contains(key, StringComparison.Ordinal));
        var call = Assert.Single(folder.Calls, call => call.Contains("master-key.bicep", StringComparison.Ordinal));
        Assert.False(File.Exists(call.Split('@', 2)[1].Split(' ', 2)[0]));
        // What the one file might be read by: its owner.
        Assert.Contains("-rw-------", folder.Calls);
    }

    [Fact]
    public async Task The_master_key_stays_as_it_is_until_somebody_asks_for_another()
    {
        using var folder = new ScriptFolder();

        await folder.RunAsync("deploy.sh", "retrobot westeurope --yes --no-program", Ct);
        var first = KeyIn(folder);
        await folder.RunAsync("deploy.sh", "retrobot westeurope --yes --no-program", Ct);
        var second = KeyIn(folder);
        await folder.RunAsync("deploy.sh", "retrobot westeurope --yes --no-program --new-master-key", Ct);

        Assert.Equal(first, second);
        Assert.NotEqual(first, KeyIn(folder));
    }

    [Fact]
    public async Task A_key_vault_that_was_deleted_is_taken_back()
    {
        using var folder = new ScriptFolder();
        folder.Write("deleted-vault", "retro-0123456789abc\n");

        var done = await folder.RunAsync("deploy.sh", "retrobot westeurope --yes --no-program", Ct);

        Assert.Contains("The key vault retro-0123456789abc was deleted with this resource group. It is taken back, with the master key in it.", done.Output);
        Assert.Contains(folder.Calls, call => call.StartsWith("az deployment group create", StringComparison.Ordinal) && call.Contains("recoverVault=true", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_sent_to_register_the_application_for_signing_in_is_JSON_with_what_RetroBot_asks_of_it()
    {
        using var folder = new ScriptFolder();

        var done = await folder.RunAsync("sign-in.sh", "retrobot.contoso.com", Ct);

        Assert.True(done.ExitCode == 0, string.Join('\n', done.Output));
        var bodies = string.Join('\n', folder.Calls).Split("--body ").Skip(1).Select(call => JsonDocument.Parse(call[..call.LastIndexOf(" --output", StringComparison.Ordinal)]).RootElement).ToList();
        Assert.Equal(2, bodies.Count);
        Assert.Equal($"api://retrobot.contoso.com/{Application}", bodies[0].GetProperty("identifierUris")[0].GetString());
        Assert.Equal("https://retrobot.contoso.com/sign-in/entra", bodies[0].GetProperty("web").GetProperty("redirectUris")[0].GetString());
        Assert.Equal("ProgramOwner", bodies[0].GetProperty("appRoles")[0].GetProperty("value").GetString());
        Assert.Contains($"1. set signInClientId = '{Application}' in infra/main.bicepparam, and run deploy.sh again;", done.Output);
        Assert.All(bodies, body => Assert.Equal(2, body.GetProperty("api").GetProperty("requestedAccessTokenVersion").GetInt32()));
        var scope = bodies[1].GetProperty("api").GetProperty("oauth2PermissionScopes")[0];
        Assert.Equal("access_as_user", scope.GetProperty("value").GetString());
        Assert.All(bodies[1].GetProperty("api").GetProperty("preAuthorizedApplications").EnumerateArray(), teams => Assert.Equal(scope.GetProperty("id").GetGuid(), teams.GetProperty("delegatedPermissionIds")[0].GetGuid()));
    }

    private static string KeyIn(ScriptFolder folder) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(folder.Root, "secret"))).RootElement.GetProperty("masterKey").GetProperty("value").GetString()!;
}
