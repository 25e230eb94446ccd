using Microsoft.Extensions.Logging;

namespace Plumbline.Web.Shell;

internal static partial class ShellLog
{
    [LoggerMessage(7001, LogLevel.Error, "A page failed; the officer was given the number {Number}")]
    public static partial void Fault(ILogger logger, Exception fault, string number);
}
