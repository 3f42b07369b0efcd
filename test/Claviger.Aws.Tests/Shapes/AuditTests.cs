using System.Buffers;
using System.Text;
using System.Text.Json;
using Claviger.Aws.Shapes.Iam;

namespace Claviger.Aws.Tests;

public sealed class AuditTests
{
    private static readonly string[] s_secretNames =
    [
        "Password", "OldPassword", "NewPassword", "PrivateKey", "AddPrivateKey", "SecretAccessKey", "SessionToken", "ServicePassword",
        "ServiceCredentialSecret", "AuthenticationCode1", "AuthenticationCode2", "TokenCode", "WebIdentityToken", "SAMLAssertion",
        "TradeInToken", "ContextAssertion",
    ];

    [Fact]
    public void No_secret_of_any_shape_is_in_its_audit_form()
    {
        int secrets = 0;
        var sample = new ShapeSample
        {
            Text = (property, number) => s_secretNames.Contains(property?.Name) ? $"secret-{secrets++}" : $"open-{number}",
        };
        foreach (OperationModel operation in IamModel.Service.Operations.Concat(StsModel.Service.Operations))
        {
            Assert.DoesNotContain("secret-", Written((IAuditedShape)sample.Create(operation.RequestType)), StringComparison.Ordinal);
            Assert.DoesNotContain("secret-", Written((IAuditedShape)sample.Create(operation.ResponseType)), StringComparison.Ordinal);
        }

        Assert.True(secrets > 25);
    }

    [Fact]
    public void The_seed_of_an_mfa_device_is_hidden()
    {
        var response = new CreateVirtualMFADeviceResponse
        {
            VirtualMFADevice = new() { SerialNumber = "arn:aws:iam::123456789012:mfa/a", Base32StringSeed = "SEED"u8.ToArray(), QRCodePNG = "PNG"u8.ToArray() },
        };

        Assert.Equal(
            """{"virtualMFADevice":{"serialNumber":"arn:aws:iam::123456789012:mfa/a","base32StringSeed":"HIDDEN_DUE_TO_SECURITY_REASONS","qRCodePNG":"HIDDEN_DUE_TO_SECURITY_REASONS"}}""",
            Written(response));
    }

    [Fact]
    public void A_request_is_written_as_CloudTrail_writes_it()
    {
        var request = new CreateRoleRequest
        {
            RoleName = "r",
            AssumeRolePolicyDocument = "{}",
            MaxSessionDuration = 3600,
            Tags = [new() { Key = "k", Value = "v" }],
        };

        Assert.Equal(
            """{"roleName":"r","assumeRolePolicyDocument":"{}","maxSessionDuration":3600,"tags":[{"key":"k","value":"v"}]}""", Written(request));
    }

    [Fact]
    public void Only_the_first_letter_of_a_name_is_lowered() => Assert.Equal(
        """{"sAMLProviderArn":"arn"}""", Written(new DeleteSAMLProviderRequest { SAMLProviderArn = "arn" }));

    [Fact]
    public void Times_are_written_as_CloudTrail_writes_them()
    {
        var response = new CreateUserResponse
        {
            User = new() { Path = "/", UserName = "u", UserId = "AIDA", Arn = "arn", CreateDate = new DateTimeOffset(2026, 11, 4, 18, 9, 5, TimeSpan.Zero) },
        };

        Assert.Contains("\"createDate\":\"Nov 4, 2026 6:09:05 PM\"", Written(response), StringComparison.Ordinal);
    }

    [Fact]
    public void A_response_without_members_is_null() => Assert.Equal("null", Written(DeleteUserResponse.Empty));

    private static string Written(IAuditedShape shape)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output))
        {
            shape.WriteAudit(json);
        }

        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
