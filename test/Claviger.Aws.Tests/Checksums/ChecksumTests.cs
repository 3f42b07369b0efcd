using System.Security.Cryptography;

namespace Claviger.Aws.Tests;

public sealed class ChecksumTests
{
    // The check values of the catalogue of parametrised CRC algorithms, and of the hashes' own standards.
    [Theory]
    [InlineData(ChecksumAlgorithm.Crc32, "CBF43926")]
    [InlineData(ChecksumAlgorithm.Crc32C, "E3069283")]
    [InlineData(ChecksumAlgorithm.Crc64Nvme, "AE8B14860A799888")]
    [InlineData(ChecksumAlgorithm.Sha1, "F7C3BC1D808E04732ADF679965CCC34CA7AE3441")]
    [InlineData(ChecksumAlgorithm.Sha256, "15E2B0D3C33891EBB0F1EF609EC419420C20E320CE94C65FBC8C3312448EB225")]
    public void The_nine_digits_have_their_published_checksum(ChecksumAlgorithm algorithm, string expected) =>
        Assert.Equal(expected, Convert.ToHexString(Checksum.Of(algorithm, "123456789"u8)));

    [Theory]
    [InlineData(ChecksumAlgorithm.Crc32)]
    [InlineData(ChecksumAlgorithm.Crc32C)]
    [InlineData(ChecksumAlgorithm.Crc64Nvme)]
    public void It_makes_no_difference_where_content_is_cut(ChecksumAlgorithm algorithm)
    {
        byte[] content = RandomNumberGenerator.GetBytes(10_000);
        byte[] whole = Checksum.Of(algorithm, content);
        foreach (int cut in new[] { 0, 1, 15, 16, 17, 4096, 9_999, 10_000 })
        {
            using var checksum = new Checksum(algorithm);
            checksum.Append(content.AsSpan(0, cut));
            checksum.Append(content.AsSpan(cut));
            Assert.Equal(whole, checksum.Finish());

            byte[] first = Checksum.Of(algorithm, content.AsSpan(0, cut));
            byte[] second = Checksum.Of(algorithm, content.AsSpan(cut));
            Assert.Equal(whole, Checksum.Combine(algorithm, first, second, content.Length - cut));
        }
    }

    [Fact]
    public void A_hash_cant_be_combined() =>
        Assert.Throws<ArgumentException>(() => Checksum.Combine(ChecksumAlgorithm.Sha256, new byte[32], new byte[32], 1));
}
