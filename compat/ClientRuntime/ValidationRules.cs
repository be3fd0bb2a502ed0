namespace Microsoft.Rest;

public static class ValidationRules
{
    public const string CannotBeNull = "CannotBeNull";
}
