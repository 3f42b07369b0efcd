namespace Claviger.EndToEnd;

public sealed class JavaScriptStoryTests(TestAccount account) : SdkStory(account), IClassFixture<TestAccount>
{
    protected override SdkClient Iam(SdkCaller caller) => caller.JavaScriptIam;

    protected override SdkClient Sts(SdkCaller caller) => caller.JavaScriptSts;
}
