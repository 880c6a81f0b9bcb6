using System.Text.Json.Serialization;
using Moderation.Contracts;

namespace Moderation.Flow.Tests.Running;

/// <summary>A comment as a website's server posts it.</summary>
public sealed record NewComment
{
    private static int _readers;

    public required Page Page { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Guid? ParentId { get; init; }

    public required Author Author { get; init; }

    public required string Body { get; init; }

    public required Client Client { get; init; }

    /// <summary>A comment of a reader who has never commented before, from an address that nobody has used before.</summary>
    public static NewComment On(string page, string body)
    {
        var reader = Interlocked.Increment(ref _readers);
        return new NewComment
        {
            Page = new Page { Id = page, Url = $"https://news.example.com/{page}", Title = "नई सड़क" },
            Author = new Author { Name = "आशा", Email = $"reader-{reader}@mail.example.com" },
            Body = body,
            Client = new Client { Ip = $"10.{reader >> 16}.{(reader >> 8) & 255}.{reader & 255}", UserAgent = "flow" },
        };
    }
}
