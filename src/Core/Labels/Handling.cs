namespace Plumbline.Core;

/// <summary>Handling code of 3x5x2: may it be shared lawfully as it is, or only with conditions?</summary>
public enum Handling
{
    /// <summary>P: lawful sharing is permitted.</summary>
    SharingPermitted = 'P',

    /// <summary>C: lawful sharing is permitted with conditions; an action and a sanitisation code are mandatory.</summary>
    SharingWithConditions = 'C',
}

/// <summary>Action code: what may be done on the information. A1 forbids most.</summary>
public enum HandlingAction
{
    /// <summary>A1: may be combined and corroborated, but no direct action; ask the originator first.</summary>
    NoDirectAction = 1,

    /// <summary>A2: covert action is allowed; source and technique are protected; not alone as evidence or for arrest.</summary>
    CovertAction = 2,

    /// <summary>A3: overt action is allowed as the owner specified.</summary>
    OvertAction = 3,
}

/// <summary>Sanitisation code: who may write a version for wider release. S2 is the stricter.</summary>
public enum Sanitisation
{
    /// <summary>S1: recipients may sanitise without asking.</summary>
    Free = 1,

    /// <summary>S2: consult the originator before sanitising.</summary>
    ConsultOriginator = 2,
}

/// <summary>Traffic Light Protocol 2.0, from no limit to named recipients. Not a classification and not a handling code.</summary>
public enum Tlp
{
    /// <summary>No limit.</summary>
    Clear = 1,

    /// <summary>The peer community, not public channels.</summary>
    Green = 2,

    /// <summary>The recipient's organisation and its clients, on a need-to-know basis.</summary>
    Amber = 3,

    /// <summary>The recipient's organisation only, on a need-to-know basis.</summary>
    AmberStrict = 4,

    /// <summary>Named individual recipients only.</summary>
    Red = 5,
}

/// <summary>Conditions that a sender set, structured so that a release can be checked against them.</summary>
[Flags]
public enum SenderConditions
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Not for proceedings that can end in a death sentence.</summary>
    NoCapitalProceedings = 1,

    /// <summary>Not for depriving anyone of liberty.</summary>
    NoDetention = 2,

    /// <summary>Not onward to another State.</summary>
    NoOnwardState = 4,

    /// <summary>For protecting people only.</summary>
    ProtectionOnly = 8,
}
