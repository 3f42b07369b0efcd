using System.Security.Cryptography;

namespace Claviger.EndToEnd;

public sealed class KeyPairTests(InstanceAccount account) : IClassFixture<InstanceAccount>
{
    /// <summary>A public key of OpenSSH's.</summary>
    internal const string Ed25519 = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ1pAVJWFJzqmmhEeBcyvCc2bFyvvIRYvLK7tjdD0XnE somebody";

    [Fact]
    [Covers("ec2", "CreateKeyPair", Aspect.Works | Aspect.Refuses)]
    [Covers("ec2", "DescribeKeyPairs", Aspect.Works | Aspect.Refuses)]
    [Covers("ec2", "DeleteKeyPair", Aspect.Works | Aspect.Refuses)]
    public async Task A_key_pair_is_made_shown_and_deleted()
    {
        var made = await account.Ec2.CallAsync("CreateKeyPair", new
        {
            KeyName = "main",
            TagSpecifications = new[] { new { ResourceType = "key-pair", Tags = new[] { new { Key = "Team", Value = "red" } } } },
        });
        using var key = RSA.Create();
        key.ImportFromPem(made["KeyMaterial"]);
        Assert.Equal(2048, key.KeySize);
        Assert.Matches("^key-[0-9a-f]{17}$", made["KeyPairId"]);
        Assert.Matches("^([0-9a-f]{2}:){19}[0-9a-f]{2}$", made["KeyFingerprint"]);
        Assert.Equal(
            new SdkError("InvalidKeyPair.Duplicate", 400, "The keypair already exists: main"), await account.Ec2.FailAsync("CreateKeyPair", new { KeyName = "main" }));
        var shown = (await account.Ec2.CallAsync("DescribeKeyPairs", new { KeyNames = new[] { "main" } })).List("KeyPairs")[0];
        Assert.Equal((made["KeyPairId"], made["KeyFingerprint"], "rsa"), (shown["KeyPairId"], shown["KeyFingerprint"], shown["KeyType"]));
        Assert.Equal(["red"], shown.Texts("Tags", "Value"));
        Assert.Equal(
            new SdkError("InvalidKeyPair.NotFound", 400, "The key pair 'none' does not exist"),
            await account.Ec2.FailAsync("DescribeKeyPairs", new { KeyNames = new[] { "none" } }));
        await account.Ec2.CallAsync("DeleteKeyPair", new { KeyPairId = made["KeyPairId"] });
        await account.Ec2.CallAsync("DeleteKeyPair", new { KeyName = "main" });
        Assert.Equal("MissingParameter", (await account.Ec2.FailAsync("DeleteKeyPair")).Code);
        Assert.Empty((await account.Ec2.CallAsync("DescribeKeyPairs", new { Filters = new[] { new { Name = "key-name", Values = new[] { "main" } } } })).List("KeyPairs"));
    }

    [Fact, Covers("ec2", "ImportKeyPair", Aspect.Works | Aspect.Refuses)]
    public async Task A_public_key_is_imported_with_the_fingerprint_that_AWS_gives_it()
    {
        var imported = await account.Ec2.CallAsync("ImportKeyPair", new { KeyName = "imported", PublicKeyMaterial = Ed25519 });
        var blob = Convert.FromBase64String(Ed25519.Split(' ')[1]);
        Assert.Equal(Convert.ToBase64String(SHA256.HashData(blob)), imported["KeyFingerprint"]);
        Assert.Equal("ed25519", (await account.Ec2.CallAsync("DescribeKeyPairs", new { KeyNames = new[] { "imported" } })).List("KeyPairs")[0]["KeyType"]);
        Assert.Equal(
            new SdkError("InvalidKey.Format", 400, "Key is not in valid OpenSSH public key format"),
            await account.Ec2.FailAsync("ImportKeyPair", new { KeyName = "broken", PublicKeyMaterial = "ssh-rsa AAAA" }));
    }
}
