using Azure;
using Azure.Identity;

namespace RetroBot.Host.Privacy;

/// <summary>Tells an operator what is wrong between RetroBot and its key vault, and what to do about it.</summary>
/// <remarks>The codes are those of "Azure Key Vault REST API error codes", Microsoft Learn.</remarks>
internal sealed class VaultWords(Uri vault, string secret)
{
    private readonly string which = $"--vault-name {vault.Host.Split('.')[0]} --name {secret}";

    public string NoSecret =>
        $"The key vault {vault} has no secret {secret}. Make one: az keyvault secret set {which} --value \"$(openssl rand -base64 {SecretKey.Length})\" --output none. If it was deleted, bring it back, or the rounds that are open cannot be closed: az keyvault secret recover {which}.";

    public string NoneMayWrap =>
        $"Every version of the secret {secret} in the key vault {vault} is disabled, expired or not yet valid. Enable one (az keyvault secret set-attributes {which} --enabled true) or prolong it (--expires), or add one: az keyvault secret set {which} --value \"$(openssl rand -base64 {SecretKey.Length})\" --output none.";

    public string WayBack =>
        $"No enabled version of the secret {secret} in the key vault {vault} is that key. Find the one that was disabled (az keyvault secret list-versions {which}) and enable it again: az keyvault secret set-attributes {which} --version <version> --enabled true.";

    public string Of(Exception fault) => fault switch
    {
        RequestFailedException { Status: 404 } => NoSecret,
        RequestFailedException { Status: 401 } => $"The key vault {vault} does not know RetroBot's identity (401): it must belong to the vault's own Entra tenant.",
        RequestFailedException { Status: 403 } refused when Says(refused, "SecretDisabled") => NoneMayWrap,
        RequestFailedException { Status: 403 } refused when Says(refused, "ForbiddenByFirewall") || Says(refused, "ForbiddenByConnection") =>
            $"The firewall of the key vault {vault} refuses the service's address (403): allow its network, or reach the vault by a private endpoint.",
        RequestFailedException { Status: 403 } =>
            $"The key vault {vault} does not let RetroBot read its secrets (403). Grant RetroBot's identity the role Key Vault Secrets User on the vault, or Get and List of secrets where the vault has access policies. A new role takes some minutes to arrive.",
        RequestFailedException { Status: 429 } => $"The key vault {vault} has too many requests to answer (429). They are counted for the vault as a whole; try again in a minute.",
        RequestFailedException { Status: >= 500 and var status } => $"The key vault {vault} cannot answer now ({status}).",
        AuthenticationFailedException => $"RetroBot has no identity to show to the key vault {vault}. Give the service a managed identity; on a developer's machine, sign in with az login. {FirstLine(fault)}",
        RequestFailedException { Status: 0 } or AggregateException or OperationCanceledException => $"The key vault {vault} cannot be reached. Check the address, name resolution and the way through the network. {FirstLine(fault)}",
        _ => $"The key vault {vault} cannot be used: {FirstLine(fault)}",
    };

    private static bool Says(RequestFailedException refused, string code) => refused.Message.Contains(code, StringComparison.Ordinal);

    private static string FirstLine(Exception fault) => fault.Message.Split('\r', '\n')[0];
}
