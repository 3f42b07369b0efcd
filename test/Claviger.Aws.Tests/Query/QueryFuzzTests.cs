using System.Text;
using CsCheck;

namespace Claviger.Aws.Tests;

public sealed class QueryFuzzTests
{
    private const int Runs = 5_000;

    private static readonly OperationModel[] s_operations = [.. IamModel.Service.Operations, .. StsModel.Service.Operations];

    private static readonly Gen<string> s_name = Gen.OneOf(
        Gen.OneOf("Tags", "UserName", "PolicyDocument", "ContextEntries", "MaxItems", "OnlyAttached", "Permissions", "ReplacementValues", "TagKeys"),
        Gen.String[Gen.Char["ab.%=+1"], 0, 6]);

    private static readonly Gen<string> s_path = Gen.OneOf(
        Gen.OneOf("", ".member", ".entry", ".member.1", ".member.1.Key", ".member.2.Value", ".member.999999999.Key", ".entry.1.key", ".entry.1.value", ".Parameters.member.1.Name"),
        Gen.String[Gen.Char[".member0129KeyValue"], 0, 12]);

    private static readonly Gen<string> s_form = Gen.Select(s_name, s_path, Gen.String[0, 8], (name, path, value) => $"{name}{path}={value}")
        .Array[0, 20].Select(pairs => string.Join('&', pairs));

    [Fact]
    public void Any_bytes_are_parameters_or_an_error_of_AWS() => Gen.Select(Gen.Byte.Array[0, 200], Gen.Byte.Array[0, 200]).Sample((query, form) =>
    {
        try
        {
            QueryParameters parameters = QueryParameters.Parse(query, form);
            Assert.True(parameters.Count <= 402);
        }
        catch (AwsError error)
        {
            Assert.Equal("MalformedQueryString", error.Code);
        }
    }, iter: Runs);

    [Fact]
    public void Any_parameters_are_a_request_or_an_error_of_AWS_for_any_operation() => Gen.Select(Gen.OneOf(s_operations), s_form).Sample((operation, form) =>
    {
        try
        {
            operation.Bind(new RequestContent { Parameters = QueryParameters.Parse([], Encoding.UTF8.GetBytes(form)) });
        }
        catch (AwsError error)
        {
            Assert.True(error.Code is "MalformedQueryString" or "MalformedInput" or "ValidationError", error.Code);
        }
    }, iter: Runs);

    [Fact]
    public void Well_formed_parameters_are_read_back() => Gen.Select(Gen.String[1, 10], Gen.String[0, 20]).Array[1, 40].Sample(pairs =>
    {
        (string Name, string Value)[] clean = [.. pairs.Select(p => (Clean(p.Item1), Clean(p.Item2)))];
        string form = string.Join('&', clean.Select(p => $"{Uri.EscapeDataString(p.Name)}={Uri.EscapeDataString(p.Value)}"));

        QueryScope root = QueryParameters.Parse([], Encoding.UTF8.GetBytes(form)).Root;

        foreach (IGrouping<string, (string Name, string Value)> same in clean.GroupBy(p => p.Name))
        {
            Assert.Equal(same.First().Value, root.String(Encoding.UTF8.GetBytes(same.Key)));
        }
    }, iter: Runs);

    [Theory]
    [InlineData("Tags.member.{0}.Key=a")]
    [InlineData("Tags.member.9{0:D8}.Value=a")]
    [InlineData("A{0}=%41")]
    [InlineData("TagKeys.member.{0}=a")]
    public void What_a_request_costs_is_in_proportion_to_its_length(string parameter)
    {
        byte[] form = Encoding.UTF8.GetBytes(string.Join('&', Enumerable.Range(1, 9_999).Select(i => string.Format(null, parameter, i))));
        OperationModel operation = IamModel.Service.Find("CreateUser")!;
        long before = GC.GetAllocatedBytesForCurrentThread();

        try
        {
            operation.Bind(new RequestContent { Parameters = QueryParameters.Parse([], form) });
        }
        catch (AwsError error)
        {
            Assert.Equal("ValidationError", error.Code);
            Assert.True(error.Message.Length < 20_000);
        }

        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(allocated < 30 * form.Length, $"{allocated} bytes for a form of {form.Length}");
    }

    private static string Clean(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
