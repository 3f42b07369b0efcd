using Microsoft.AspNetCore.Components;

namespace Claviger.Console;

/// <summary>A part of a page that is rendered once it has what it shows, however long a call takes.</summary>
/// <remarks>A component renders as soon as its initialization waits for something: with a store that answers later, it would have nothing yet.</remarks>
public abstract class LoadedComponent : ComponentBase
{
    private bool _isLoaded;

    /// <inheritdoc/>
    public override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        if (!_isLoaded)
        {
            _isLoaded = true;
            await LoadAsync();
        }

        await base.SetParametersAsync(ParameterView.Empty);
    }

    /// <summary>Reads what the part shows; its parameters are set.</summary>
    protected virtual Task LoadAsync() => Task.CompletedTask;
}
