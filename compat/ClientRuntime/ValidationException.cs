namespace Microsoft.Rest;

/// <summary>An argument that breaks a rule of the operation, found before anything is sent.</summary>
public class ValidationException : RestException
{
    public ValidationException()
    {
    }

    public ValidationException(string message)
        : base(message)
    {
    }

    public ValidationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public ValidationException(string rule, string target)
        : base($"'{target}' breaks the rule '{rule}'.")
    {
        Rule = rule;
        Target = target;
    }

    public string Rule { get; set; }

    public string Target { get; set; }
}
