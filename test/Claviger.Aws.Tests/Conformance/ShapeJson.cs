using System.Collections;
using System.Globalization;
using System.Text.Json;

namespace Claviger.Aws.Tests;

/// <summary>Compares a client's view of a structure, as JSON under the model's names, with a shape.</summary>
internal static class ShapeJson
{
    public static void AssertSame(JsonElement expected, object? actual, string path)
    {
        switch (actual)
        {
            case null:
                Assert.Fail($"{path} is null, and should be {expected}");
                break;
            case string text:
                AssertEqual(expected.GetString(), text, path);
                break;
            case int number:
                AssertEqual(expected.GetInt32(), number, path);
                break;
            case long number:
                AssertEqual(expected.GetInt64(), number, path);
                break;
            case double number:
                AssertEqual(expected.GetDouble(), number, path);
                break;
            case bool truth:
                AssertEqual(expected.GetBoolean(), truth, path);
                break;
            case DateTimeOffset time:
                AssertEqual(expected.GetString(), time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), path);
                break;
            case ReadOnlyMemory<byte> bytes:
                AssertEqual(expected.GetString(), Convert.ToBase64String(bytes.Span), path);
                break;
            case IDictionary map:
                AssertEqual(expected.EnumerateObject().Count(), map.Count, $"{path}, entries");
                foreach (JsonProperty entry in expected.EnumerateObject())
                {
                    AssertSame(entry.Value, map[entry.Name], $"{path}.{entry.Name}");
                }

                break;
            case IEnumerable list:
                object?[] items = [.. list.Cast<object?>()];
                AssertEqual(expected.GetArrayLength(), items.Length, $"{path}, elements");
                for (int i = 0; i < items.Length; i++)
                {
                    AssertSame(expected[i], items[i], $"{path}[{i}]");
                }

                break;
            default:
                foreach (JsonProperty member in expected.EnumerateObject())
                {
                    string name = string.Concat(member.Name[..1].ToUpperInvariant(), member.Name.AsSpan(1));
                    var property = actual.GetType().GetProperty(name) ?? throw new InvalidOperationException($"{path} has no {name}");
                    AssertSame(member.Value, property.GetValue(actual), $"{path}.{name}");
                }

                break;
        }
    }

    private static void AssertEqual<T>(T expected, T actual, string path) =>
        Assert.True(EqualityComparer<T>.Default.Equals(expected, actual), $"{path}: expected {expected}, was {actual}");
}
