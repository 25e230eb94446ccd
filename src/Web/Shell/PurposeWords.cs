using Plumbline.Safeguards;

namespace Plumbline.Web.Shell;

/// <summary>Names of purposes in the reader's language; they are the policy's, not captions.</summary>
internal static class PurposeWords
{
    public static string Of(Policy policy, string code) => policy.Purposes.FirstOrDefault(kind => kind.Code == code) is { } kind ? Of(kind) : code;

    public static string Of(PurposeKind kind) => Language.Current.Code switch { "ar" => kind.Ar, "ckb" => kind.Ckb, _ => kind.En };
}
