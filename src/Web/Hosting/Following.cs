using Microsoft.Extensions.Hosting;
using Plumbline.Register;
using Plumbline.Register.Audit;
using Plumbline.Register.Search;

namespace Plumbline.Web.Hosting;

/// <summary>Keeps the audit tree and the search index after the register while the pages are served.</summary>
internal sealed class Following(RegisterStore store, SearchIndex index, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var sequencer = new Sequencer(store, clock);
        var feed = new SearchFeed(store, index);
        while (!stoppingToken.IsCancellationRequested)
        {
            await sequencer.Run(stoppingToken);
            await feed.Run(durable: true, stoppingToken);
            await Task.Delay(Pause, clock, stoppingToken);
        }
    }
}
