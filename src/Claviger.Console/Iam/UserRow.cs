using Claviger.Aws.Shapes.Iam;

namespace Claviger.Console;

/// <summary>A user in a list, with what other calls tell of it; a dash where they tell nothing.</summary>
internal sealed record UserRow(UserShape User, string Groups, string Mfa, string ConsoleAccess, string KeyAge);
