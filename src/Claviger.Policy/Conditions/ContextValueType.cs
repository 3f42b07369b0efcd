namespace Claviger.Policy;

/// <summary>What a condition key's value is made of.</summary>
public enum ContextValueType
{
    /// <summary>The key is not in the request's context.</summary>
    Missing,

    /// <summary>One text.</summary>
    Text,

    /// <summary>One integer.</summary>
    Integer,

    /// <summary>One boolean.</summary>
    Boolean,

    /// <summary>One instant.</summary>
    Instant,

    /// <summary>One IP address.</summary>
    Address,

    /// <summary>A multivalued key: a list of texts, possibly empty.</summary>
    List,
}
