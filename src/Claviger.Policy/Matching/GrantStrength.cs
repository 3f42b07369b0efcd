namespace Claviger.Policy;

/// <summary>How directly a principal element names a caller. Values combine where several statements apply.</summary>
[Flags]
public enum GrantStrength
{
    /// <summary>Not at all.</summary>
    None = 0,

    /// <summary>Through the account: what its administrators then allow decides.</summary>
    ViaAccount = 1,

    /// <summary>Through the IAM user whose name a federated session has.</summary>
    ViaUser = 2,

    /// <summary>Through the role of which the caller is a session.</summary>
    ViaRole = 4,

    /// <summary>By its own ARN or name, or as one of everybody.</summary>
    Direct = 8,
}
