using System.Collections.Concurrent;
using System.Data.Common;
using System.Security.Claims;

namespace Moderation.Dashboard.SignIn;

/// <summary>Asks at every request and every few seconds of an open page whether the session still stands.</summary>
internal sealed class CheckSession(Sessions sessions, TimeProvider time)
{
    private static readonly TimeSpan _grace = TimeSpan.FromMinutes(5);
    private const int Remembered = 1_000;
    private readonly ConcurrentDictionary<string, (Session Session, DateTimeOffset At)> _known = new(StringComparer.Ordinal);

    /// <summary>
    /// The session as it stands, or null when it is over. While the database is down, whoever was there in the last five minutes stays,
    /// so that the desk can say what the matter is.
    /// </summary>
    /// <exception cref="DbException">The database does not answer, and nothing is remembered of the session.</exception>
    public async Task<Session?> NowAsync(ClaimsPrincipal? user, CancellationToken cancellationToken)
    {
        if (Session.IdOf(user) is not { } id)
        {
            return null;
        }

        try
        {
            var session = await sessions.FindAsync(id, cancellationToken);
            if (session is null)
            {
                _known.TryRemove(id, out _);
                return null;
            }

            Remember(session);
            return session;
        }
        catch (DbException) when (_known.TryGetValue(id, out var known) && known.At > time.GetUtcNow() - _grace)
        {
            return known.Session;
        }
    }

    private void Remember(Session session)
    {
        var now = time.GetUtcNow();
        if (_known.Count >= Remembered)
        {
            foreach (var (id, known) in _known)
            {
                if (known.At <= now - _grace)
                {
                    _known.TryRemove(id, out _);
                }
            }
        }

        _known[session.Id] = (session, now);
    }
}
