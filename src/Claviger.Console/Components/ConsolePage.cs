using Claviger.Aws;
using Claviger.Pipeline;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Claviger.Console;

/// <summary>A page of the console: rendered at the server for who is signed in, its forms posted back to itself.</summary>
public abstract class ConsolePage : LoadedComponent
{
    /// <summary>The request.</summary>
    [CascadingParameter]
    public required HttpContext Http { get; set; }

    /// <summary>Calls as the principal who is signed in.</summary>
    [Inject]
    public required PrincipalCalls Aws { get; set; }

    /// <summary>Where the browser is sent.</summary>
    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject]
    internal Cookies? Cookies { get; set; }

    /// <summary>Who is signed in.</summary>
    protected ConsoleSession Session => Http.Features.GetRequiredFeature<ConsoleSession>();

    /// <summary>The account's number.</summary>
    protected string Account => Session.Caller.Account.ToString();

    /// <summary>The error that a form of this page ended with; null if none did.</summary>
    protected AwsError? Failure { get; set; }

    /// <summary>Whether a form was posted.</summary>
    protected bool IsPost => HttpMethods.IsPost(Http.Request.Method);

    /// <summary>A value of the address's query; null where it is not there or empty.</summary>
    protected string? Query(string name) => Http.Request.Query[name].ToString() is { Length: > 0 } text ? text : null;

    /// <summary>A field of the posted form, as typed; null where it is not there or empty.</summary>
    protected string? Field(string name) => IsPost && Http.Request.Form[name].ToString() is { Length: > 0 } text ? text : null;

    /// <summary>All values of a field of the posted form.</summary>
    protected IReadOnlyList<string> Fields(string name) =>
        IsPost ? [.. Http.Request.Form[name].Where(static text => !string.IsNullOrEmpty(text)).Select(static text => text!)] : [];

    /// <summary>Whether a box of the posted form is ticked.</summary>
    protected bool IsTicked(string name) => Field(name) is not null;

    /// <summary>Does what a form asks for, and sends the browser on; an error of AWS's stays on the page.</summary>
    /// <param name="act">Does it.</param>
    /// <param name="next">Where to go then.</param>
    /// <param name="note">What the next page says of it.</param>
    protected async Task DoAsync(Func<Task> act, Func<string> next, string? note = null)
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

        GoTo(next(), note);
    }

    /// <summary>Sends the browser on.</summary>
    protected void GoTo(string address, string? note = null)
    {
        if (note is not null)
        {
            Cookies!.LeaveNote(Http, note);
        }

        Navigation.NavigateTo(address);
    }
}
