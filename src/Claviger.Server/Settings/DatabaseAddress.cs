using Npgsql;

namespace Claviger.Server;

/// <summary>Where a PostgreSQL database is: a URL, as most programs take it, or Npgsql's own connection string.</summary>
internal static class DatabaseAddress
{
    /// <summary>The connection string of an address; null where it is neither of the two forms.</summary>
    public static string? Read(string text)
    {
        try
        {
            return text.StartsWith("postgres://", StringComparison.Ordinal) || text.StartsWith("postgresql://", StringComparison.Ordinal)
                ? ReadUrl(new Uri(text))
                : new NpgsqlConnectionStringBuilder(text).ToString();
        }
        catch (Exception error) when (error is ArgumentException or FormatException or KeyNotFoundException)
        {
            return null;
        }
    }

    private static string ReadUrl(Uri url)
    {
        var address = new NpgsqlConnectionStringBuilder();
        if (url.Host.Length > 0)
        {
            address.Host = url.Host;
        }

        if (url.Port > 0)
        {
            address.Port = url.Port;
        }

        if (url.AbsolutePath.Length > 1)
        {
            address.Database = Uri.UnescapeDataString(url.AbsolutePath[1..]);
        }

        var user = url.UserInfo.Split(':', 2);
        if (user[0].Length > 0)
        {
            address.Username = Uri.UnescapeDataString(user[0]);
        }

        if (user.Length == 2)
        {
            address.Password = Uri.UnescapeDataString(user[1]);
        }

        foreach (var parameter in url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var pair = parameter.Split('=', 2);
            address[Uri.UnescapeDataString(pair[0])] = Uri.UnescapeDataString(pair.ElementAtOrDefault(1) ?? "");
        }

        return address.ToString();
    }
}
