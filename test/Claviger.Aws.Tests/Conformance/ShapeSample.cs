using System.Reflection;

namespace Claviger.Aws.Tests;

/// <summary>Makes shapes whose members are all set, each text another one.</summary>
internal sealed class ShapeSample
{
    private int _number;

    /// <summary>What a text is; the default has what XML escapes and characters of two, three and four bytes.</summary>
    public Func<PropertyInfo?, int, string> Text { get; init; } = (_, number) => $"v{number} <&>\"' é日𝒜\r\n\tz";

    public object Create(Type type, PropertyInfo? property = null)
    {
        _number++;
        Type bare = Nullable.GetUnderlyingType(type) ?? type;
        return bare switch
        {
            _ when bare == typeof(string) => Text(property, _number),
            _ when bare == typeof(int) => _number,
            _ when bare == typeof(long) => (long)_number,
            _ when bare == typeof(double) => _number + 0.25,
            _ when bare == typeof(Stream) => new MemoryStream([0, 255, (byte)_number]),
            _ when bare == typeof(bool) => true,
            _ when bare == typeof(DateTimeOffset) => new DateTimeOffset(2026, 11, 24, 6, 19, 0, TimeSpan.Zero).AddSeconds(_number),
            _ when bare == typeof(ReadOnlyMemory<byte>) => new ReadOnlyMemory<byte>([0, 255, (byte)_number]),
            { IsGenericType: true } when bare.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) => List(bare.GenericTypeArguments[0], property),
            { IsGenericType: true } => Map(bare.GenericTypeArguments[1], property),
            _ => Structure(bare),
        };
    }

    private Array List(Type element, PropertyInfo? property)
    {
        var list = Array.CreateInstance(element, 2);
        list.SetValue(Create(element, property), 0);
        list.SetValue(Create(element, property), 1);
        return list;
    }

    private object Map(Type value, PropertyInfo? property)
    {
        var map = (System.Collections.IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), value))!;
        map.Add($"key{_number}", Create(value, property));
        map.Add($"key{_number}", Create(value, property));
        return map;
    }

    private object Structure(Type type)
    {
        object structure = Activator.CreateInstance(type)!;
        foreach (PropertyInfo property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite))
        {
            property.SetValue(structure, Create(property.PropertyType, property));
        }

        return structure;
    }
}
