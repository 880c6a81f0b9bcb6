namespace Moderation.Host;

/// <summary>Asks a running service whether it is ready: a container's health check where there is no curl.</summary>
internal static class HealthProbe
{
    private const string Default = "http://127.0.0.1:8080";
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);

    /// <returns>0 when it is ready, 1 when it is not or does not answer.</returns>
    public static async Task<int> Run(string? address)
    {
        using var client = new HttpClient { Timeout = _patience };
        try
        {
            using var response = await client.GetAsync(new Uri(new Uri(address ?? Default), "/health/ready"));
            Console.WriteLine(await response.Content.ReadAsStringAsync());
            return response.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            Console.Error.WriteLine(exception.Message);
            return 1;
        }
    }
}
