namespace Claviger.EndToEnd;

/// <summary>Somebody who has a keyboard and nothing else. Wherever the focus goes, it must be seen, and go on in the order of the page.</summary>
public sealed class Keyboard(ConsoleWindow window)
{
    private const int Patience = 120;

    private const string Focus = """
        () => {
          const e = document.activeElement, style = getComputedStyle(e), box = e.getBoundingClientRect();
          const [x, y] = [box.left + Math.min(box.width, innerWidth) / 2, Math.min(box.top + box.height / 2, innerHeight - 1)];
          const top = document.elementFromPoint(x, y);
          const former = window.formerFocus;
          window.formerFocus = e;
          const name = (e.getAttribute('aria-label') || e.labels?.[0]?.innerText || e.innerText || e.title || '').trim().split('\n')[0].replace(/ – optional$/, '').trim();
          const wrong = [];
          if (e === document.body) wrong.push('nothing has the focus');
          else {
            if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 1) wrong.push('the focus is not seen');
            if (!top || !(e.contains(top) || top.contains(e) || e.labels?.[0]?.contains(top))) wrong.push('something covers it');
            if (former?.isConnected && former !== e && !(former.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING)) wrong.push('it goes back');
          }
          return [name, ...wrong];
        }
        """;

    /// <summary>What has the focus, by its name.</summary>
    public async Task<string> FocusAsync()
    {
        var focus = await window.Page.EvaluateAsync<string[]>(Focus);
        Assert.True(focus.Length == 1, $"At \"{focus[0]}\" of {window.Page.Url}: {string.Join(", ", focus.Skip(1))}");
        return focus[0];
    }

    /// <summary>Goes on by Tab to what has a name.</summary>
    public async Task ToAsync(string name)
    {
        var passed = new List<string>();
        do
        {
            Assert.True(passed.Count < Patience, $"No \"{name}\" after: {string.Join(", ", passed)}");
            await window.Page.Keyboard.PressAsync("Tab");
            passed.Add(await FocusAsync());
        }
        while (passed[^1] != name);
    }

    /// <summary>Goes on to a field and types.</summary>
    public async Task TypeAsync(string name, string text)
    {
        await ToAsync(name);
        await window.Page.Keyboard.TypeAsync(text);
    }

    /// <summary>Presses a key.</summary>
    public Task PressAsync(string key) => window.Page.Keyboard.PressAsync(key);

    /// <summary>Presses Enter, and waits for the page that it leads to.</summary>
    public Task EnterAsync() => window.LeadAsync(() => PressAsync("Enter"));

    /// <summary>Goes on to a button or link and presses it.</summary>
    public async Task EnterAsync(string name)
    {
        await ToAsync(name);
        await EnterAsync();
    }
}
