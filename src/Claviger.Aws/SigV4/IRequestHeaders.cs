namespace Claviger.Aws;

/// <summary>The headers of a request as a signature sees them: names without regard to case, values as bytes on the wire, one char a byte.</summary>
public interface IRequestHeaders
{
    /// <summary>All values of a header; none if it is not in the request.</summary>
    HeaderValues this[string name] { get; }

    /// <summary>The names of all headers, in any order and spelling.</summary>
    IEnumerable<string> Names { get; }
}
