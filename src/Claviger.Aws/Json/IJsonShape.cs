namespace Claviger.Aws;

/// <summary>A structure that answers in JSON are made of.</summary>
public interface IJsonShape
{
    /// <summary>Writes the members, without the braces around them; a member that is null is left out.</summary>
    void Write(ResponseJson json);
}
