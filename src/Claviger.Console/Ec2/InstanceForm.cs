using Claviger.Aws;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Claviger.Console;

/// <summary>A part of an instance's page with forms of its own, which lead back to it.</summary>
public abstract class InstanceForm : LoadedComponent
{
    /// <summary>The request.</summary>
    [CascadingParameter]
    public required HttpContext Http { get; set; }

    /// <summary>The instance.</summary>
    [Parameter, EditorRequired]
    public required Claviger.Aws.Shapes.Ec2.InstanceShape Instance { get; set; }

    /// <summary>Calls as the principal who is signed in.</summary>
    [Inject]
    public required PrincipalCalls Aws { get; set; }

    /// <summary>Where the browser is sent.</summary>
    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject]
    internal Cookies? Cookies { get; set; }

    /// <summary>The instance's id.</summary>
    protected string Id => Instance.InstanceId!;

    /// <summary>The region.</summary>
    protected string Region => ConsoleRegion.Of(Http);

    /// <summary>The error that a form ended with; null if none did.</summary>
    protected AwsError? Failure { get; set; }

    /// <summary>A field of the posted form; null where it is not there or empty.</summary>
    protected string? Field(string name) => HttpMethods.IsPost(Http.Request.Method) && Http.Request.Form[name].ToString() is { Length: > 0 } text ? text : null;

    /// <summary>A command of <c>aws ec2</c> about the instance.</summary>
    protected string Command(string operation, params ReadOnlySpan<string?> words) => Ec2Links.Command(Region, operation, ["--instance-id", Id, .. words]);

    /// <summary>Does what a form asks for, and shows the page anew; an error of AWS's stays on it.</summary>
    /// <param name="act">Does it.</param>
    /// <param name="note">What the page says of it.</param>
    protected async Task DoAsync(Func<Task> act, string note)
    {
        try
        {
            await act();
        }
        catch (AwsError error)
        {
            Failure = error;
            return;
        }

        Cookies!.LeaveNote(Http, note);
        Navigation.NavigateTo(PageAddress.With(Http));
    }
}
