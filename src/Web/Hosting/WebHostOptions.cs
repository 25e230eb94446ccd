using System.Net;
using Plumbline.Core;

namespace Plumbline.Web.Hosting;

/// <summary>What the host decides about the web face; values only, read once at start.</summary>
public sealed record WebHostOptions
{
    /// <summary>Directory of the unit's home, absolute. Accounts go to <c>accounts.db</c>, cookie keys to <c>keys/</c>.</summary>
    public required string Home { get; init; }

    /// <summary>Addresses to listen on, such as <c>http://127.0.0.1:5080</c>.</summary>
    public IReadOnlyList<string> Urls { get; init; } = ["http://127.0.0.1:5080"];

    /// <summary>The demonstration: loopback only, watermarked on every page and print, the page of all parts is shown, sign-in names the fictional officers.</summary>
    public bool Demo { get; init; }

    /// <summary>One person on one machine: every page says that there are no four eyes.</summary>
    public bool Personal { get; init; }

    /// <summary>Everyone must have a second factor before anything else; a unit sets it, a demonstration does not.</summary>
    public bool SecondFactorRequired { get; init; }

    /// <summary>One ready thing to do for each role, shown first on the page of the day; a demonstration's script fills it.</summary>
    public IReadOnlyList<TodayTask> Tasks { get; init; } = [];

    /// <summary>True if no address can be reached from another machine.</summary>
    public bool LoopbackOnly => Urls.All(url =>
        Uri.TryCreate(url, UriKind.Absolute, out var at)
        && (at.IsLoopback || (IPAddress.TryParse(at.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip))));

    /// <summary>Why these options cannot be served, or null.</summary>
    public Refusal? Refusal() => this switch
    {
        { Urls.Count: 0 } => new("serve.no-address", "No address to listen on was given."),
        { Demo: true, LoopbackOnly: false } => new("serve.demo-not-loopback",
            "A demonstration has published passwords: it listens on this machine only (127.0.0.1 or localhost)."),
        { Personal: true, LoopbackOnly: false } => new("serve.personal-not-loopback",
            "A personal register serves one person on one machine: make a unit's home with 'plumbline init --profile unit' to serve others."),
        _ => null,
    };
}

/// <summary>A ready thing to do.</summary>
/// <param name="Role">Whoever holds it sees the task.</param>
/// <param name="Href">Where it is done, beginning with a slash.</param>
/// <param name="Caption">What to do, in one sentence.</param>
public sealed record TodayTask(string Role, string Href, Caption Caption);
