using Claviger.Aws;
using Claviger.Aws.Shapes.Ec2;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Ec2;

/// <summary>The tags that an operation gives to what it makes, by the types of resources.</summary>
internal sealed class TagSpecifications
{
    private readonly Dictionary<string, TagSet> _byType;

    private TagSpecifications(Dictionary<string, TagSet> byType) => _byType = byType;

    /// <summary>The tags for a type of resource.</summary>
    public TagSet this[string type] => _byType.GetValueOrDefault(type, TagSet.Empty);

    /// <summary>Reads the specifications of a request.</summary>
    /// <exception cref="AwsError">A type that the operation doesn't make, or one twice.</exception>
    public static TagSpecifications Read(IReadOnlyList<TagSpecificationShape>? specifications, params IReadOnlyCollection<string> types)
    {
        var byType = new Dictionary<string, TagSet>(StringComparer.Ordinal);
        foreach (var specification in specifications ?? [])
        {
            var type = specification.ResourceType ?? throw AwsError.InvalidParameterValue("Tag specification resource type must have a value");
            if (!types.Contains(type))
            {
                throw AwsError.InvalidParameterValue($"'{type}' is not a valid taggable resource type for this operation.");
            }

            if (specification.Tags is null or [])
            {
                throw AwsError.InvalidParameterValue("Tag specification must have at least one tag");
            }

            if (!byType.TryAdd(type, TagRules.Read(specification.Tags)))
            {
                throw AwsError.InvalidParameterValue($"Duplicate tag specification for resource type '{type}'");
            }
        }

        return new TagSpecifications(byType);
    }

    /// <summary>The permission to tag what is made: AWS asks for it beside that to make it, with the operation in <c>ec2:CreateAction</c>.</summary>
    public void Authorize(Targets targets, CallContext call)
    {
        foreach (var (type, tags) in _byType)
        {
            targets.AddResource("ec2:CreateTags", call, type, "*")
                .With(Ec2Keys.CreateAction, call.Operation!.Name)
                .WithRequestTags(tags);
        }
    }
}
