using System.Text.RegularExpressions;
using Claviger.Aws;
using Microsoft.AspNetCore.Http;

namespace Claviger.Console;

/// <summary>The region that a page is about: the one that its address names, else the one that was looked at last.</summary>
internal static partial class ConsoleRegion
{
    /// <summary>Where one begins, and the region of services that have none.</summary>
    public const string First = "us-east-1";

    public static string Of(HttpContext http) =>
        http.Request.Query["region"].ToString() is var asked && Form().IsMatch(asked) ? asked
        : Cookies.LastRegion(http) is { } last && Form().IsMatch(last) ? last
        : First;

    /// <summary>The region of calls to a service.</summary>
    public static string Of(HttpContext http, ServiceModel service) => service == Ec2Model.Service ? Of(http) : First;

    [GeneratedRegex(@"^[a-z]{2}(-[a-z]+)+-\d\z")]
    private static partial Regex Form();
}
