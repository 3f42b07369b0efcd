namespace Claviger.Aws;

/// <summary>A structure that answers in XML are made of.</summary>
public interface IOutputShape
{
    /// <summary>Writes the members, without the element around them; a member that is null is left out.</summary>
    void Write(ResponseXml xml);
}
