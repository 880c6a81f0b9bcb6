using Moderation.Contracts;

namespace Moderation.Worker.Tests.Setup;

internal static class SomeComment
{
    public static CommentSubmitted With(
        string body = "A fine report.", string name = "Reader", string? email = "reader@example.com", string? ip = "192.0.2.1", string site = "demo") => new()
        {
            CommentId = Guid.CreateVersion7(),
            SiteId = site,
            Page = new Page { Id = "page", Url = "https://news.example.com/page", Title = "Page" },
            Author = new Author { Name = name, Email = email },
            Body = body,
            Client = new Client { Ip = ip },
            SubmittedAt = DateTimeOffset.UnixEpoch,
        };
}
