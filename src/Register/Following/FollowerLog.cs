using Microsoft.Extensions.Logging;

namespace Plumbline.Register.Following;

/// <summary>What the follower says while it works: counts and kinds of fault, never content.</summary>
internal static partial class FollowerLog
{
    [LoggerMessage(1101, LogLevel.Warning, "The projections cannot follow ({Fault}); the next try is in {Seconds:F1} s, they stand at leaf {Leaf}")]
    public static partial void CannotFollow(ILogger logger, string fault, double seconds, long leaf);

    [LoggerMessage(1102, LogLevel.Information, "The projections follow again, at leaf {Leaf}")]
    public static partial void FollowsAgain(ILogger logger, long leaf);
}
