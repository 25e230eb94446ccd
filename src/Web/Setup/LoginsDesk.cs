using Microsoft.Extensions.DependencyInjection;
using Plumbline.Core;
using Plumbline.Safeguards;
using Plumbline.Web.Accounts;

namespace Plumbline.Web.Setup;

/// <summary>What the pages of the setup offer to an officer; the gate decides again at each step.</summary>
/// <param name="Creates">Makes, resets and locks logins.</param>
/// <param name="Grants">Grants roles.</param>
/// <param name="Confirms">Confirms what others granted.</param>
/// <param name="Restores">Opens content after a reset.</param>
/// <param name="Withdraws">Withdraws roles.</param>
public sealed record SetupRights(bool Creates, bool Grants, bool Confirms, bool Restores, bool Withdraws)
{
    public static readonly SetupRights None = new(false, false, false, false, false);
}

/// <summary>Logins for open pages: each step sees them as they are now, not as they were when the page was opened.</summary>
public sealed class LoginsDesk(IServiceScopeFactory scopes, Gate gate)
{
    public async Task<SetupRights> RightsOf(long officer)
    {
        var roles = await gate.Rights.Roles(officer, CancellationToken.None);
        bool May(string action) => gate.Policy.Allows(roles, action);
        return new SetupRights(May(Actions.CreateAccount), May(Actions.GrantRole), May(Actions.ConfirmRole), May(Actions.RestoreContent), May(Actions.WithdrawRole));
    }

    /// <summary>All logins by officer.</summary>
    public async Task<IReadOnlyDictionary<long, Login>> All(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<AccountStore>().List(ct)).ToDictionary(login => login.OfficerKey);
    }

    /// <summary>One step with the logins.</summary>
    public async Task<Outcome<T>> With<T>(Func<Logins, Task<Outcome<T>>> step)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await step(scope.ServiceProvider.GetRequiredService<Logins>());
    }
}
