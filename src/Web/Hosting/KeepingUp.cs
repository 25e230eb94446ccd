using Microsoft.Extensions.Hosting;
using Plumbline.Register.Following;

namespace Plumbline.Web.Hosting;

/// <summary>Keeps the audit tree and the search index after the register while the pages are served.</summary>
internal sealed class KeepingUp(Projections projections) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => projections.Run(stoppingToken);
}
