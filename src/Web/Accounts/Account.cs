using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Plumbline.Web.Accounts;

/// <summary>A login, and nothing else: who the officer is and what the officer may do stands in the register.</summary>
public sealed class Account : IdentityUser<long>
{
    /// <summary>The officer's key in the register.</summary>
    public long OfficerKey { get; set; }

    /// <summary>The password was given by somebody else: it must be changed before anything else.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>The login was reset: content stays closed until the officer's supervisor restores it.</summary>
    public bool SuspendedContent { get; set; }

    /// <summary>Last successful sign-in, microseconds since 1970-01-01 UTC; null if never.</summary>
    public long? LastSignIn { get; set; }
}

/// <summary>The accounts' own database, so that who administers accounts touches no content.</summary>
public sealed class AccountsDb(DbContextOptions<AccountsDb> options) : IdentityUserContext<Account, long>(options)
{
    /// <summary>Tokens of the command line and of programs.</summary>
    public DbSet<AccessToken> Tokens => Set<AccessToken>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Account>(account =>
        {
            account.ToTable("account");
            account.HasIndex(row => row.OfficerKey).IsUnique();
            // SQLite neither orders nor compares offsets; UTC ticks do both.
            account.Property(row => row.LockoutEnd).HasConversion(
                at => at!.Value.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
        });
        builder.Entity<AccessToken>().ToTable("access_token").HasKey(row => row.Hash);
        builder.Entity<IdentityUserClaim<long>>().ToTable("account_claim");
        builder.Entity<IdentityUserLogin<long>>().ToTable("account_login");
        builder.Entity<IdentityUserToken<long>>().ToTable("account_token");
    }
}
