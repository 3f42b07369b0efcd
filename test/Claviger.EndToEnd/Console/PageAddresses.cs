using System.Reflection;
using Claviger.Console;
using Microsoft.AspNetCore.Components;

namespace Claviger.EndToEnd;

/// <summary>The addresses of all pages: what the console routes to, so that no page is left out, and further ones that show something.</summary>
public static class PageAddresses
{
    private static readonly string[] Known =
    [
        "/", "/iam", "/iam/users", "/iam/users/create", "/iam/user?name=bob", "/iam/user?name=bob&tab=groups", "/iam/user?name=bob&tab=tags",
        "/iam/user?name=bob&tab=security", "/iam/groups", "/iam/groups/create", "/iam/group?name=servers", "/iam/group?name=servers&tab=permissions",
        "/iam/roles", "/iam/roles/create", "/iam/role?name=web", "/iam/role?name=web&tab=trust", "/iam/policies", "/iam/policies?type=Local",
        "/iam/policies/create", "/iam/policy?arn=arn:aws:iam::aws:policy/AmazonEC2ReadOnlyAccess", "/iam/account", "/iam/credentials",
        "/iam/attach?user=bob", "/iam/inline?user=bob", "/iam/delete?user=bob", "/search?q=bob", "/connect", "/cloudtrail/events",
        "/s3", "/s3/bucket?name=looked-at", "/s3/object?bucket=looked-at&key=a.txt", "/s3/upload?bucket=looked-at", "/s3/empty?bucket=looked-at", "/s3/delete?bucket=looked-at",
        "/session/mfa", "/session/password",
        "/signin", "/signin?type=root", $"/signin/{LiveServer.AccountId}", $"/signin/{LiveServer.AccountId}/console", "/problem/400", "/nowhere",
    ];

    /// <summary>All addresses: one at least for each page.</summary>
    /// <param name="more">Addresses that are only known once there is what they show.</param>
    public static IReadOnlyList<string> All(params ReadOnlySpan<string> more)
    {
        string[] known = [.. Known, .. more];
        var unseen = Templates().Where(template => !known.Any(address => Leads(address, template))).ToList();
        Assert.DoesNotContain(unseen, template => template.Contains('{', StringComparison.Ordinal));
        return [.. known, .. unseen];
    }

    /// <summary>Whether an address is one of those that show something: what the console only routes to may want to know of what.</summary>
    public static bool IsKnown(string address) => Known.Contains(address, StringComparer.Ordinal);

    private static IEnumerable<string> Templates() =>
        typeof(ConsoleApplication).Assembly.GetTypes().SelectMany(type => type.GetCustomAttributes<RouteAttribute>()).Select(route => route.Template);

    private static bool Leads(string address, string template)
    {
        var parts = address.Split('?')[0].Split('/');
        var wanted = template.Split('/');
        return parts.Length == wanted.Length && parts.Zip(wanted).All(pair => pair.Second.StartsWith('{') || pair.First == pair.Second);
    }
}
