using Moderation.Contracts;

namespace Moderation.Worker.Checks;

/// <summary>What a caller sends: the body of a submission and the site's id. Nothing in it is certain to be there.</summary>
internal sealed record CheckRequest
{
    public string? Site { get; init; }

    public PageRequest? Page { get; init; }

    public AuthorRequest? Author { get; init; }

    public string? Body { get; init; }

    public string? Language { get; init; }

    public ClientRequest? Client { get; init; }

    public Form? Form { get; init; }

    internal sealed record PageRequest
    {
        public string? Id { get; init; }

        public string? Url { get; init; }

        public string? Title { get; init; }
    }

    internal sealed record AuthorRequest
    {
        public string? Name { get; init; }

        public string? Email { get; init; }

        public string? Url { get; init; }
    }

    internal sealed record ClientRequest
    {
        public string? Ip { get; init; }

        public string? UserAgent { get; init; }

        public string? Referrer { get; init; }
    }
}
