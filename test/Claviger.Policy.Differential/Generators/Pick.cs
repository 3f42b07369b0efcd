using System.Text.Encodings.Web;
using System.Text.Json;
using CsCheck;

namespace Claviger.Policy.Differential;

/// <summary>The few ways in which the generators put JSON text together.</summary>
internal static class Pick
{
    public static JsonSerializerOptions Plain { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Quote(string text) => JsonSerializer.Serialize(text, Plain);

    // A JSON string out of these.
    public static Gen<string> Text(params string[] texts) => Gen.OneOf<string>([.. texts.Select(Quote)]);

    // True in so many of a hundred.
    public static Gen<bool> Chance(int percent) => Gen.Int[0, 99].Select(n => n < percent);

    // One of a kind often, the other rarely.
    public static Gen<string> Mostly(int percent, Gen<string> usual, Gen<string> rare) => Gen.Frequency((percent, usual), (100 - percent, rare));

    public static Gen<string> Array(Gen<string> item, int least, int most) => item.Array[least, most].Select(items => $"[{string.Join(',', items)}]");

    // A lone value, or an array of some; empty ones are rare (1.1.1, 1.1.15).
    public static Gen<string> OneOrMany(Gen<string> item) =>
        Gen.Frequency((10, item), (10, Array(item, 1, 3)), (1, Gen.Const("[]")));

    // An object's member, or nothing.
    public static Gen<string> Optional(int percent, Gen<string> member) => Gen.Select(Chance(percent), member, (some, text) => some ? text : "");

    public static string Object(params string[] members) => $"{{{string.Join(',', members.Where(member => member.Length > 0))}}}";
}
