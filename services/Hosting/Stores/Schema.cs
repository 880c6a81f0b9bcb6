using System.Reflection;

namespace Moderation.Hosting.Stores;

internal sealed record Schema(string Service, Assembly Scripts);
