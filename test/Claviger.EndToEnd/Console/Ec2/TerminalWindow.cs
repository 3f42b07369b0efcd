namespace Claviger.EndToEnd;

/// <summary>A terminal as a person has it before them.</summary>
public sealed class TerminalWindow(ConsoleWindow window)
{
    private const int Patience = 60_000;

    /// <summary>What is on the screen.</summary>
    public Task<string> ScreenAsync() => window.Page.Locator(".terminal-lines").InnerTextAsync();

    /// <summary>Waits until it is connected.</summary>
    public Task ConnectedAsync() => window.Page.GetByText("Connected.").WaitForAsync();

    /// <summary>Types a line, and waits until a line of the screen is what is expected.</summary>
    public async Task SayAsync(string line, string expected)
    {
        await window.Page.Keyboard.TypeAsync(line);
        await window.Page.Keyboard.PressAsync("Enter");
        await window.Page.WaitForFunctionAsync(
            "text => [...document.querySelectorAll('.terminal-lines div')].some(line => line.textContent.trim() === text)", expected, new() { Timeout = Patience });
    }
}
