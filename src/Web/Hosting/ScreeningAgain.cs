using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Screening.Watchlists;

namespace Plumbline.Web.Hosting;

/// <summary>Screens the register again while the pages are served, once a list or the register changed, on the standing instruction of who put the list to use.</summary>
internal sealed partial class ScreeningAgain(RescreenRegister rescreen, TimeProvider clock, ILogger<ScreeningAgain> logger) : BackgroundService
{
    /// <summary>How often it looks whether something changed; what was cut off is taken up then too.</summary>
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(2);

    // The first pages after a start are somebody waiting.
    private static readonly TimeSpan First = TimeSpan.FromSeconds(45);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.Delay(First, clock, stoppingToken);
            using var timer = new PeriodicTimer(Every, clock);
            do await Look(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Being stopped is how it ends; what was begun is taken up at the next start.
        }
    }

    private async Task Look(CancellationToken ct)
    {
        try
        {
            foreach (var (watchlist, by) in await rescreen.Due(ct))
                if (await rescreen.Run(by, watchlist, null, ct) is Outcome<RescreeningAnswer>.Refused { Reason.Code: var code }) Refused(logger, code);
        }
        catch (Exception fault) when (StoreFaults.InWords(fault) is not null)
        {
            // It passes, or the follower says so; the next look goes on from the last chunk.
            Failed(logger, fault.GetType().Name);
        }
    }

    [LoggerMessage(1301, LogLevel.Warning, "A list in use could not be screened against again: {Code}")]
    private static partial void Refused(ILogger logger, string code);

    [LoggerMessage(1302, LogLevel.Warning, "Screening again was cut off ({Fault}); it goes on from the last chunk")]
    private static partial void Failed(ILogger logger, string fault);
}
