namespace RetroBot.Host.Privacy.Redaction;

/// <summary>Why something was taken out. The gravest comes first: where findings overlap they are taken out together, for the gravest of their reasons.</summary>
internal enum RedactionReason
{
    /// <summary>A link that opens something by itself, or that names a person or a secret in its address.</summary>
    PrivateLink,

    /// <summary>A key, a token, a password, a connection string.</summary>
    Secret,

    EmailAddress,

    PhoneNumber,

    /// <summary>An id of a person, a tenant or a thing: a roster's ids, account ids of the channel, every GUID.</summary>
    Identifier,

    /// <summary>A name that is addressed with an @.</summary>
    Mention,

    /// <summary>The name of somebody on the roster.</summary>
    Name,
}
