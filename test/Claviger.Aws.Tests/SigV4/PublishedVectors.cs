namespace Claviger.Aws.Tests;

/// <summary>The requests of AWS's published suite for SigV4 and the signatures that it gives them. All are signed at one time for one scope.</summary>
internal static class PublishedVectors
{
    private const string Unreserved = "-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const string Vanilla = "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31";

    private const string ExampleToken =
        "AQoDYXdzEPT//////////wEXAMPLEtc764bNrC9SAPBSM22wDOk4x4HIZ8j4FZTwdQWLWsKWHGBuFqwAeMicRXmxfpSPfIeoIYRqTflfKD8YUuwthAx7mSEI/qkPpKPi"
        + "/kMcGdQrmGdeehM4IC1NtBmUpp2wUE8phUZampKsburEDy0KPkyQDYwT7WZ0wq5VSXDvp75YU9HFvlRd8Tx6q6fE8YQcHNVXAkiY9q6d+xo0rKwT38xVqr7ZD0u0iPPkUL64"
        + "lIZbqBAz+scqKmlzm8FDrypNC9Yjc8fPOLn9FX9KSYvKTr4rvx3iSIlTJabIQwj2ICCR/oLxBA==";

    public static IReadOnlyList<Vector> InHeader { get; } =
    [
        new("get-vanilla", "GET", "/", Vanilla),
        new("get-vanilla-query", "GET", "/?", Vanilla),
        new("get-relative", "GET", "/example/..", Vanilla),
        new("get-relative-relative", "GET", "/example1/example2/../..", Vanilla),
        new("get-slash", "GET", "//", Vanilla),
        new("get-slash-dot-slash", "GET", "/./", Vanilla),
        new("get-slash-pointless-dot", "GET", "/./example", "ef75d96142cf21edca26f06005da7988e4f8dc83a165a80865db7089db637ec5"),
        new("get-slashes", "GET", "//example//", "9a624bd73a37c9a373b5312afbebe7a714a789de108f0bdfe846570885f57e84"),
        new("get-space", "GET", "/example space/", "652487583200325589f1fba4c7e578f72c47cb61beeca81406b39ddec1366741"),
        new("get-unreserved", "GET", "/" + Unreserved, "07ef7494c76fa4850883e2b006601f940f8a34d404d0cfa977f52a65bbf5f24f"),
        new("get-utf8", "GET", "/ሴ", "8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85"),
        new("get-vanilla-empty-query-key", "GET", "/?Param1=value1", "a67d582fa61cc504c4bae71f336f98b97f1ea3c7a6bfe1b6e45aec72011b9aeb"),
        new("get-vanilla-query-order-encoded", "GET", "/?Param-3=Value3&Param=Value2&%E1%88%B4=Value1", "371d3713e185cc334048618a97f809c9ffe339c62934c032af5a0e595648fcac"),
        new("get-vanilla-query-order-key-case", "GET", "/?Param2=value2&Param1=value1", "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500"),
        new("get-vanilla-query-unreserved", "GET", $"/?{Unreserved}={Unreserved}", "9c3e54bfcdf0b19771a7f523ee5669cdf59bc7cc0884027167c21bb143a40197"),
        new("get-vanilla-utf8-query", "GET", "/?ሴ=bar", "2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04"),
        new("get-header-key-duplicate", "GET", "/", "c9d5ea9f3f72853aea855b47ea873832890dbdd183b4468f858259531a5138ea")
        {
            Headers = [("My-Header1", "value2"), ("My-Header1", "value2"), ("My-Header1", "value1")],
        },
        new("get-header-value-order", "GET", "/", "08c7e5a9acfcfeb3ab6b2185e75ce8b1deb5e634ec47601a50643f830c755c01")
        {
            Headers = [("My-Header1", "value4"), ("My-Header1", "value1"), ("My-Header1", "value3"), ("My-Header1", "value2")],
        },
        new("get-header-value-multiline", "GET", "/", "ba17b383a53190154eb5fa66a1b836cc297cc0a3d70a5d00705980573d8ff790")
        {
            // Each line of a folded header counts as a value of its own.
            Headers = [("My-Header1", "value1"), ("My-Header1", "  value2"), ("My-Header1", "     value3")],
        },
        new("get-header-value-trim", "GET", "/", "acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736")
        {
            Headers = [("My-Header1", " value1"), ("My-Header2", " \"a   b   c\"")],
        },
        new("post-vanilla", "POST", "/", "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b"),
        new("post-vanilla-query", "POST", "/?Param1=value1", "28038455d6de14eafc1f9222cf5aa6f1a96197d7deb8263271d420d138af7f11"),
        new("post-header-key-sort", "POST", "/", "c5410059b04c1ee005303aed430f6e6645f61f4dc9e1461ec8f8916fdf18852c")
        {
            Headers = [("My-Header1", "value1")],
        },
        new("post-header-value-case", "POST", "/", "cdbc9802e29d2942e5e10b5bccfdd67c5f22c7c4e8ae67b53629efa58b974b7d")
        {
            Headers = [("My-Header1", "VALUE1")],
        },
        new("post-sts-header-before", "POST", "/", "85d96828115b5dc0cfc3bd16ad9e210dd772bbebba041836c64533a82be05ead")
        {
            Headers = [("X-Amz-Security-Token", ExampleToken)],
        },
        new("get-vanilla-with-session-token", "GET", "/", "07ec1639c89043aa0e3e2de82b96708f198cceab042d4a97044c66dd9f74e7f8")
        {
            Headers = [("X-Amz-Security-Token", "6e86291e8372ff2a2260956d9b8aae1d763fbf315fa00fa31553b73ebf194267")],
        },
        new("post-x-www-form-urlencoded", "POST", "/", "d3875051da38690788ef43de4db0d8f280229d82040bfac253562e56c3f20e0b")
        {
            Headers =
            [
                ("Content-Type", "application/x-www-form-urlencoded"),
                ("Content-Length", "13"),
                ("x-amz-content-sha256", "9095672bbd1f56dfc5b65f3e153adc8731a4a654192329106275f4c7b24d0b6e"),
            ],
            Body = "Param1=value1",
        },
        new("post-x-www-form-urlencoded-parameters", "POST", "/", "328d1b9eaadca9f5818ef05e8392801e091653bafec24fcab71e7344e7f51422")
        {
            Headers =
            [
                ("Content-Type", "application/x-www-form-urlencoded; charset=utf-8"),
                ("Content-Length", "13"),
                ("x-amz-content-sha256", "9095672bbd1f56dfc5b65f3e153adc8731a4a654192329106275f4c7b24d0b6e"),
            ],
            Body = "Param1=value1",
        },
    ];

    public static IReadOnlyList<Vector> InQuery { get; } =
    [
        new("get-vanilla-query", "GET", "/?", "e93c787ed7f371d5c6b165c1b38ede9550f4dce4144713e844b25b7192d3865d"),
        new("get-utf8", "GET", "/ሴ?", "10eae3f14a260bd3911cc6d008d3c576d143b05b62f09782a7a4b37f52178e44"),
        new("get-slashes", "GET", "//example//?", "c1834e8fb0307243711f0f907f6ab7311ed300d87f13792d7ee4da89ab93e082"),
        new("get-vanilla-query-order-encoded", "GET", "/?Param-3=Value3&Param=Value2&%E1%88%B4=Value1&", "c5f1848ceec943ac2ca68ee720460c23aaae30a2300586597ada94c4a65e4787"),
        new("get-vanilla-query-unreserved", "GET", $"/?{Unreserved}={Unreserved}&", "8e76a88a7433637b12778d5592799b29ad21ecd6cf6325051c21d86f0acda2bf"),
        new("get-header-value-trim", "GET", "/?", "e7bb0fd515e125e1aec2ecc4c0c17484fb06f6846b927c35e46005dd3df3acd4")
        {
            Headers = [("My-Header1", " value1"), ("My-Header2", " \"a   b   c\"")],
        },
    ];

    /// <summary>A request and its signature.</summary>
    public sealed record Vector(string Name, string Method, string Target, string Signature)
    {
        public (string Name, string Value)[] Headers { get; init; } = [];

        public string Body { get; init; } = "";

        public string SignedHeaders(params string[] others) => string.Join(
            ';', Headers.Select(static header => header.Name.ToLowerInvariant()).Concat(others).Distinct().Order(StringComparer.Ordinal));
    }
}
