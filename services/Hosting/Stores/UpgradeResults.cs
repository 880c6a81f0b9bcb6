using System.Runtime.ExceptionServices;
using DbUp.Engine;

namespace Moderation.Hosting.Stores;

internal static class UpgradeResults
{
    /// <summary>DbUp hands its exception back; thrown on, its type still says whether waiting helps.</summary>
    public static void ThrowIfFailed(this DatabaseUpgradeResult result)
    {
        if (!result.Successful)
        {
            ExceptionDispatchInfo.Throw(result.Error);
        }
    }
}
