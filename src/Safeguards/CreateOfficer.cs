using System.Text.RegularExpressions;
using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Records;

namespace Plumbline.Safeguards;

/// <summary>Makes an officer without any role: the administrator opens the door, a supervisor and a second officer say to which rooms.</summary>
public sealed partial class CreateOfficer(Gate gate, TimeProvider clock)
{
    private const int LongestName = 120;

    /// <summary>Makes the officer; the host gives the login its first password.</summary>
    /// <returns>The officer's key.</returns>
    public async Task<Outcome<long>> Run(Visitor visitor, NewOfficer officer, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.CreateAccount, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        var why = WhyNot(officer) ?? (await gate.Rights.Officer(officer.Login, ct) is null ? null : new Refusal("officer.login-taken", "Another officer has this login."));
        if (why is not null) return await gate.Refuse(reader, Actions.CreateAccount, why, ct);
        return await gate.Perform(reader, Actions.CreateAccount, async writer =>
        {
            var key = await new OfficerRecords(writer, clock.Micros()).Add(officer, visitor.Officer, ct);
            return new Written<long>(key, $"officer:{key}");
        }, ct);
    }

    /// <summary>What is wrong with a new officer's particulars; null when nothing is.</summary>
    public static Refusal? WhyNot(NewOfficer officer) =>
        !Login().IsMatch(officer.Login) ? new Refusal("officer.login-wrong", "A login has 2 to 32 letters a-z, figures, dot, hyphen or underscore, and begins with a letter.")
        : officer.Name.Trim().Length is 0 or > LongestName ? new Refusal("officer.name-wrong", "Give the officer's name.")
        : officer.Language is not ("en" or "ar" or "ckb") ? new Refusal("officer.language-wrong", "The language is en, ar or ckb.")
        : null;

    [GeneratedRegex("^[a-z][a-z0-9._-]{1,31}$")]
    private static partial Regex Login();
}
