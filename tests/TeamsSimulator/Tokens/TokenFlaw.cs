namespace RetroBot.Simulation.Tokens;

/// <summary>What is wrong with a token. Everything else about it is right.</summary>
public enum TokenFlaw
{
    None,

    /// <summary>The header says RS256, the signature is empty.</summary>
    SignatureRemoved,

    /// <summary>The header says that there is no signature, and there is none.</summary>
    AlgorithmNone,

    /// <summary>HS256 with the authority's public key as the secret, under the id of that key.</summary>
    SymmetricWithPublicKey,

    /// <summary>The content was changed after it was signed.</summary>
    ChangedAfterSigning,

    WrongIssuer,

    /// <summary>Meant for another bot.</summary>
    WrongAudience,

    /// <summary>Signed with a key of somebody else under the id of a published one.</summary>
    StolenKeyId,

    /// <summary>Signed with a key that the authority does not publish.</summary>
    UnpublishedKey,

    /// <summary>Signed with a published key that is not endorsed for Teams.</summary>
    UnendorsedKey,

    /// <summary>An hour ago.</summary>
    Expired,

    /// <summary>From in an hour.</summary>
    NotYetValid,

    WithoutExpiry,

    /// <summary>A signed token inside an encrypted one: five parts.</summary>
    Encrypted,

    OtherServiceUrl,

    WithoutServiceUrl,
}
