using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Plumbline.Web.Accounts;

public static class AccountsModule
{
    /// <summary>Adds the logins kept in the SQLite file <paramref name="database"/>; shared by the web face and the command line.</summary>
    public static IdentityBuilder AddAccounts(this IServiceCollection services, string database)
    {
        var connection = new SqliteConnectionStringBuilder { DataSource = database, ForeignKeys = true, DefaultTimeout = 10 }.ToString();
        services.TryAddSingleton(TimeProvider.System);
        services.AddDbContext<AccountsDb>(options => options.UseSqlite(connection));
        services.AddScoped<AccountStore>();
        services.AddScoped<AccountDoor>();
        services.AddScoped<AccessTokens>();
        services.AddSingleton<EntryTicket>();
        services.AddDataProtection();
        return services
            .AddIdentityCore<Account>(options =>
            {
                options.User.AllowedUserNameCharacters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-";
                options.Password = new() { RequiredLength = 1, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false, RequiredUniqueChars = 1 };
                options.Lockout = new() { AllowedForNewUsers = true, MaxFailedAccessAttempts = AccountRules.Failures, DefaultLockoutTimeSpan = AccountRules.LockOut };
                options.SignIn.RequireConfirmedAccount = false;
            })
            .AddEntityFrameworkStores<AccountsDb>()
            .AddUserManager<WrongPasswords>()
            .AddPasswordValidator<PasswordRule>()
            .AddClaimsPrincipalFactory<AccountPrincipal>()
            .AddDefaultTokenProviders();
    }

    /// <summary>Opens the logins of a home without the web face. Makes the file, for its owner's eyes only, where it is missing.</summary>
    public static AccountsSession Open(string database)
    {
        Prepare(database);
        var services = new ServiceCollection().AddLogging();
        services.AddAccounts(database);
        return new AccountsSession(services.BuildServiceProvider());
    }

    /// <summary>Makes or upgrades the database.</summary>
    internal static void Prepare(string database)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(database))!);
        if (!File.Exists(database) && !OperatingSystem.IsWindows())
            using (new FileStream(database, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite })) { }
        using var db = new AccountsDb(new DbContextOptionsBuilder<AccountsDb>().UseSqlite($"Data Source={database}").Options);
        AccountsSchema.Upgrade(db);
    }
}

/// <summary>The logins, opened for a command; close it when done.</summary>
public sealed class AccountsSession : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly AsyncServiceScope scope;

    internal AccountsSession(ServiceProvider services)
    {
        this.services = services;
        scope = services.CreateAsyncScope();
        Store = scope.ServiceProvider.GetRequiredService<AccountStore>();
        Door = scope.ServiceProvider.GetRequiredService<AccountDoor>();
        Tokens = scope.ServiceProvider.GetRequiredService<AccessTokens>();
    }

    public AccountStore Store { get; }

    public AccountDoor Door { get; }

    public AccessTokens Tokens { get; }

    public async ValueTask DisposeAsync()
    {
        await scope.DisposeAsync();
        await services.DisposeAsync();
    }
}
