namespace Claviger.EndToEnd;

public sealed class ProcessTests
{
    [Fact]
    public async Task Ends_with_exit_code_0_on_interrupt_and_on_terminate()
    {
        await using var server = await LiveServer.StartAsync(StoreKind.Memory);
        Assert.Equal(0, await server.InterruptAsync());
        await server.StartAgainAsync();
        Assert.Equal(0, await server.StopAsync());
    }

    [Fact]
    public async Task Says_that_it_lives_and_is_ready()
    {
        await using var server = await LiveServer.StartAsync(StoreKind.Memory);
        using var http = new HttpClient { BaseAddress = server.Endpoint };
        using var alive = await http.GetAsync("/_claviger/livez", TestContext.Current.CancellationToken);
        using var ready = await http.GetAsync("/_claviger/readyz", TestContext.Current.CancellationToken);
        Assert.Equal((200, 200), ((int)alive.StatusCode, (int)ready.StatusCode));
    }

    [Fact]
    public async Task The_healthcheck_finds_the_server_by_its_data_folder()
    {
        await using var server = await LiveServer.StartAsync(StoreKind.Sqlite);
        var ready = await ClavigerProgram.RunAsync(["healthcheck", "--data", server.Folder]);
        Assert.Equal(new ProgramRun(0, "ready\n", ""), ready);

        await server.KillAsync();
        var gone = await ClavigerProgram.RunAsync(["healthcheck", "--data", server.Folder]);
        Assert.Equal(1, gone.ExitCode);
        Assert.StartsWith($"claviger: No answer from {server.Endpoint}", gone.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_a_data_folder_that_another_server_has()
    {
        await using var server = await LiveServer.StartAsync(StoreKind.Sqlite);
        var second = await ClavigerProgram.RunAsync(["serve", "--data", server.Folder, "--port", "0"]);
        Assert.Equal((1, $"claviger: The data folder {server.Folder} is in use by another server.\n"), (second.ExitCode, second.Errors));
    }

    [Fact]
    public async Task Says_that_the_port_is_taken_and_by_which_flag_to_take_another()
    {
        await using var server = await LiveServer.StartAsync(StoreKind.Memory);
        using var folder = new TemporaryFolder();
        var second = await ClavigerProgram.RunAsync(["serve", "--data", folder.Path, "--port", $"{server.Endpoint.Port}"]);
        Assert.Equal(
            (1, $"claviger: Port {server.Endpoint.Port} on 127.0.0.1 is taken: stop what listens there, or give another --port.\n"), (second.ExitCode, second.Errors));
    }
}
