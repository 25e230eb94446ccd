using System.Security.Cryptography;
using System.Text;

namespace Plumbline.Web.Accounts;

/// <summary>The way into a personal home: a link that the program prints on the terminal of the one person, good for one sign-in.</summary>
/// <remarks>Whoever can read the terminal can read the home; a password would only pretend to more. Never made for a unit.</remarks>
public sealed class EntryTicket(TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);
    private readonly Lock gate = new();
    private byte[]? ticket;
    private DateTimeOffset until;

    /// <summary>A fresh ticket; an older one is void.</summary>
    public string Issue()
    {
        var text = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        lock (gate) (ticket, until) = (Encoding.ASCII.GetBytes(text), clock.GetUtcNow() + Lifetime);
        return text;
    }

    /// <summary>Takes a ticket in; true once.</summary>
    public bool Take(string? text)
    {
        lock (gate)
        {
            var good = ticket is not null && clock.GetUtcNow() < until && CryptographicOperations.FixedTimeEquals(ticket, Encoding.ASCII.GetBytes(text ?? ""));
            if (good) ticket = null;
            return good;
        }
    }
}
