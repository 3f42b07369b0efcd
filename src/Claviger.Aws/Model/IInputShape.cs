namespace Claviger.Aws;

/// <summary>A structure that requests are made of.</summary>
public interface IInputShape
{
    /// <summary>Adds every constraint that the structure breaks.</summary>
    void Validate(ValidationErrors errors);
}
