using Plumbline.Safeguards;

namespace Plumbline.Web.Collect;

/// <summary>Names of legal bases in the reader's language; they are the policy's, not captions.</summary>
internal static class PolicyWords
{
    public static string Basis(Policy policy, string code) => policy.LegalBases.FirstOrDefault(basis => basis.Code == code) is { } found ? Of(found) : code;

    public static string Of(LegalBasis basis) => Language.Current.Code switch { "ar" => basis.Ar, "ckb" => basis.Ckb, _ => basis.En };
}
