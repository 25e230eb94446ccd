using Microsoft.AspNetCore.Identity;
using Plumbline.Core;

namespace Plumbline.Web.Accounts;

/// <summary>Identity's errors as our refusals; the pages translate them by code.</summary>
internal static class IdentityWords
{
    public static Refusal Refusal(IdentityError error) => error.Code switch
    {
        "account.password-too-short" => new(error.Code, $"A password needs at least {AccountRules.PasswordLength} characters; a sentence is easy to remember."),
        "account.password-has-user-name" => new(error.Code, "The password contains the user name."),
        "account.password-too-simple" => new(error.Code, "The password repeats or counts: use words that do not belong together."),
        "account.password-too-common" => new(error.Code, "This password is among those that are tried first."),
        "DuplicateUserName" => new("account.user-name-taken", "Another login has this user name."),
        "InvalidUserName" => new("account.user-name-wrong", "A user name has letters a-z, figures, dot, hyphen or underscore."),
        "PasswordMismatch" => new("account.wrong-password", "The present password is wrong."),
        "ConcurrencyFailure" => new("account.changed-meanwhile", "The login was changed meanwhile: look again."),
        _ => new("account.refused", "The login could not be changed."),
    };
}
