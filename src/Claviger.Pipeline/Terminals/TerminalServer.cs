using Microsoft.AspNetCore.Http;

namespace Claviger.Pipeline;

/// <summary>
/// Serves a terminal to an instance over the WebSocket that a request asks for: decides, records, and passes on what is typed and shown until the
/// program, the client, the session or the permission has ended. What the console offers, and what runs instances gives.
/// </summary>
/// <param name="http">The request.</param>
/// <param name="wish">The terminal.</param>
/// <param name="call">Makes a call of whoever is signed in, found anew each time; null once they are not any more.</param>
/// <param name="cancellation">Ends it.</param>
public delegate Task TerminalServer(HttpContext http, TerminalWish wish, Func<ValueTask<CallContext?>> call, CancellationToken cancellation);
