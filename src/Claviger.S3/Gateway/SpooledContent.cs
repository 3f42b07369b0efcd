using Claviger.Aws;

namespace Claviger.S3;

/// <summary>A content on the disk; gone once it is disposed.</summary>
/// <param name="staged">Where it is.</param>
/// <param name="content">Its bytes, their number known.</param>
internal sealed class SpooledContent(StagedWrite staged, ContentStream content) : IAsyncDisposable
{
    public ContentStream Content => content;

    public async ValueTask DisposeAsync()
    {
        await content.DisposeAsync();
        staged.Abandon();
    }
}
