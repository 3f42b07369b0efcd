namespace Claviger.Policy.Tests;

public sealed class PrincipalRewriterTests
{
    [Fact]
    public void Changes_principals_and_no_other_character()
    {
        const string Before = """
            { "Statement" : [ {"Sid":"alice ü",	"Principal":{"AWS" : [ "alice",
                "b\"ob", "carol" ],"Service":"alice"}, "Action" : "alice", "Effect":"Allow"},
              {"NotPrincipal":{"AWS":"alice"},"Effect":"Deny","Action":"alice","Condition":{"StringEquals":{"Principal":"alice"}}}, 7 ] }
            """;
        const string After = """
            { "Statement" : [ {"Sid":"alice ü",	"Principal":{"AWS" : [ "AIDA\"ü",
                "b\"ob", "carol" ],"Service":"alice"}, "Action" : "alice", "Effect":"Allow"},
              {"NotPrincipal":{"AWS":"AIDA\"ü"},"Effect":"Deny","Action":"alice","Condition":{"StringEquals":{"Principal":"alice"}}}, 7 ] }
            """;

        Assert.Equal(After, PrincipalRewriter.Rewrite(Before, (type, value) => type == "AWS" && value == "alice" ? "AIDA\"ü" : null));
    }

    [Fact]
    public void Sees_values_unescaped_and_the_lone_string()
    {
        var seen = new List<(string, string)>();

        PrincipalRewriter.Rewrite(
            """{"Statement":[{"Principal":"*"},{"Principal":{"AWS":["b\"\u006fb"],"Service":"s"}}]}""",
            (type, value) =>
            {
                seen.Add((type, value));
                return null;
            });

        Assert.Equal([("*", "*"), ("AWS", "b\"ob"), ("Service", "s")], seen);
    }

    [Fact]
    public void Gives_the_same_text_back_where_nothing_changes()
    {
        const string Text = """{"Statement":{"Principal":{"AWS":"alice"}}}""";

        Assert.Same(Text, PrincipalRewriter.Rewrite(Text, (_, value) => value));
        Assert.Same("no JSON", PrincipalRewriter.Rewrite("no JSON", (_, _) => "x"));
    }

    [Fact]
    public void What_was_rewritten_and_rewritten_back_is_the_old_text()
    {
        const string Text = """{"Statement":{"Effect":"Allow","Principal":{"AWS":["arn:aws:iam::111122223333:role/a/R","111122223333"]},"Action":"sts:AssumeRole"}}""";
        const string Arn = "arn:aws:iam::111122223333:role/a/R";

        var stored = PrincipalRewriter.Rewrite(Text, (_, value) => value == Arn ? "AROA1" : null);

        Assert.NotEqual(Text, stored);
        Assert.Equal(Text, PrincipalRewriter.Rewrite(stored, (_, value) => value == "AROA1" ? Arn : null));
    }
}
