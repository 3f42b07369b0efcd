namespace Claviger.EndToEnd;

public sealed class Boto3StoryTests(TestAccount account) : SdkStory(account), IClassFixture<TestAccount>
{
    protected override SdkClient Iam(SdkCaller caller) => caller.Iam;

    protected override SdkClient Sts(SdkCaller caller) => caller.Sts;
}
