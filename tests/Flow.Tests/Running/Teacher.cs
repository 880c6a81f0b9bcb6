using MassTransit;
using Moderation.Contracts;

namespace Moderation.Flow.Tests.Running;

/// <summary>Puts decisions straight into RabbitMQ, as a dashboard does, also while there is no database to decide in.</summary>
internal sealed class Teacher : IAsyncDisposable
{
    private readonly IBusControl _bus;

    private Teacher(IBusControl bus) => _bus = bus;

    public static async Task<Teacher> StartAsync(string rabbitMq)
    {
        var bus = Bus.Factory.CreateUsingRabbitMq(rabbit => rabbit.Host(new Uri(rabbitMq)));
        await bus.StartAsync();
        return new Teacher(bus);
    }

    /// <summary>A decision of <c>admin</c>'s on a comment that nobody has seen.</summary>
    public static CommentTaught Lesson(string text, bool isAbuse)
    {
        var now = DateTimeOffset.UtcNow;
        return new CommentTaught
        {
            Comment = new CommentSubmitted
            {
                CommentId = Guid.CreateVersion7(),
                SiteId = "demo",
                Page = new Page { Id = "taught", Url = "https://news.example.com/taught", Title = "नई सड़क" },
                Author = new Author { Name = "आशा" },
                Body = text,
                Client = new Client(),
                SubmittedAt = now,
            },
            Sequence = 2,
            IsAbuse = isAbuse,
            IsSpam = isAbuse ? null : false,
            DecidedBy = "admin",
            DecidedAt = now,
        };
    }

    /// <summary>Returns when RabbitMQ has them all, in this order.</summary>
    public async Task TeachAsync(IEnumerable<CommentTaught> lessons)
    {
        foreach (var lesson in lessons)
        {
            await _bus.Publish(lesson);
        }
    }

    public async ValueTask DisposeAsync() => await _bus.StopAsync();
}
