using Claviger.Aws;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Claviger.Console;

/// <summary>A part of a bucket's page that is read and set by calls of its own.</summary>
public abstract class BucketPart : LoadedComponent
{
    /// <summary>The bucket's name.</summary>
    [Parameter, EditorRequired]
    public required string Bucket { get; set; }

    /// <summary>The request.</summary>
    [CascadingParameter]
    public required HttpContext Http { get; set; }

    /// <summary>Calls as the principal who is signed in.</summary>
    [Inject]
    public required PrincipalCalls Aws { get; set; }

    [Inject]
    internal NavigationManager? Navigation { get; set; }

    [Inject]
    internal Cookies? Cookies { get; set; }

    /// <summary>The error that a form of this part ended with; null if none did.</summary>
    protected AwsError? Failure { get; private set; }

    /// <summary>Whether a form was posted.</summary>
    protected bool IsPost => HttpMethods.IsPost(Http.Request.Method);

    /// <summary>A field of the posted form, as typed; null where it is not there or empty.</summary>
    protected string? Field(string name) => IsPost && Http.Request.Form[name].ToString() is { Length: > 0 } text ? text : null;

    /// <summary>Whether a call was refused for another reason than that nothing of the kind is set.</summary>
    protected static AwsError? Unless(AwsError? error, string code) => error?.Code == code ? null : error;

    /// <summary>Does what a form asks for, and shows the page anew; an error of AWS's stays on it.</summary>
    protected async Task DoAsync(Func<Task> act, string note)
    {
        if (!await TryAsync(act))
        {
            return;
        }

        Cookies!.LeaveNote(Http, note);
        Navigation!.NavigateTo(Http.Request.Path + Http.Request.QueryString);
    }

    /// <summary>Does what a form asks for; an error of AWS's stays on the page.</summary>
    /// <returns>Whether it is done.</returns>
    protected async Task<bool> TryAsync(Func<Task> act)
    {
        ArgumentNullException.ThrowIfNull(act);
        try
        {
            await act();
            return true;
        }
        catch (AwsError error)
        {
            Failure = error;
            return false;
        }
    }
}
