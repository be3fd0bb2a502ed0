namespace RetroBot.Cards.CaseStudies;

public enum LeftOutReason
{
    PrivateLink,
    Secret,
    EmailAddress,
    PhoneNumber,
    Identifier,
    Mention,
    Name,
}
