using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Moderation.Servers;

/// <summary>One question to a server; throws unless it is answered. An open port alone says nothing: Docker opens it early.</summary>
internal static class Ask
{
    public static async Task RabbitMqAsync(int port, CancellationToken ct)
    {
        var answer = await SendAsync(port, "AMQP\0\0\u0009\u0001"u8.ToArray(), ct);
        // The frame type of Connection.Start, which the broker sends once it has booted.
        Expect(answer == 1);
    }

    public static async Task RedisAsync(int port, CancellationToken ct) =>
        // "+PONG"; while it loads its data the answer starts with "-".
        Expect(await SendAsync(port, "PING\r\n"u8.ToArray(), ct) == '+');

    public static async Task PostgresAsync(string connectionString, CancellationToken ct, string sql = "SELECT 1")
    {
        var unpooled = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false };
        await using var connection = new NpgsqlConnection(unpooled.ConnectionString);
        await connection.OpenAsync(ct);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }

    public static async Task PortAsync(int port, CancellationToken ct)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port, ct);
    }

    private static async Task<byte> SendAsync(int port, byte[] question, CancellationToken ct)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port, ct);
        var stream = client.GetStream();
        await stream.WriteAsync(question, ct);
        var answer = new byte[1];
        await stream.ReadExactlyAsync(answer, ct);
        return answer[0];
    }

    private static void Expect(bool answered)
    {
        if (!answered)
        {
            throw new InvalidOperationException("The server is not ready yet.");
        }
    }
}
