namespace Claviger.Catalogue;

/// <summary>The type of one value of a condition key; it decides which operators fit.</summary>
public enum ConditionKeyType
{
    /// <summary>Text.</summary>
    String,

    /// <summary>An ARN, or text in its form.</summary>
    Arn,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Bool,

    /// <summary>A number.</summary>
    Numeric,

    /// <summary>A point in time, ISO 8601 or epoch seconds.</summary>
    Date,

    /// <summary>An IPv4 or IPv6 address.</summary>
    IPAddress,

    /// <summary>Bytes, base64 in a policy.</summary>
    Binary,
}
