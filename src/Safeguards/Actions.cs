namespace Plumbline.Safeguards;

/// <summary>Every action that the gate decides and the audit log names, in the words of the policy pack.</summary>
public static class Actions
{
    /// <summary>Take in a file: a report or a list.</summary>
    public const string ReceiveReport = "report.receive";

    /// <summary>Write a quick note: one ungraded item.</summary>
    public const string WriteNote = "note.write";

    /// <summary>Read an item.</summary>
    public const string ReadItem = "item.read";

    /// <summary>Read a report.</summary>
    public const string ReadReport = "report.read";

    /// <summary>Propose a grade.</summary>
    public const string ProposeGrade = "grade.propose";

    /// <summary>Confirm a grade that another proposed.</summary>
    public const string ConfirmGrade = "grade.confirm";

    /// <summary>Send a proposed grade back to the queue.</summary>
    public const string ReturnGrade = "grade.return";

    /// <summary>Set what a report left open of an item: date, origin, source, custody.</summary>
    public const string CompleteItem = "item.complete";

    /// <summary>Replace a confirmed grade, with a reason.</summary>
    public const string Regrade = "regrade";

    /// <summary>Search.</summary>
    public const string Search = "search";

    /// <summary>Ask "do we know this phone, plate, document?".</summary>
    public const string Check = "check";

    /// <summary>Look at an entity.</summary>
    public const string ReadEntity = "entity.read";

    /// <summary>Mark text to an entity, a value or a link.</summary>
    public const string Mark = "mark";

    /// <summary>Mark text for another to accept.</summary>
    public const string ProposeMark = "mark.propose";

    /// <summary>Accept what another marked.</summary>
    public const string AcceptMark = "mark.accept";

    /// <summary>Withdraw a statement, with a reason.</summary>
    public const string Withdraw = "statement.withdraw";

    /// <summary>Export through the gate.</summary>
    public const string Export = "export";

    /// <summary>Set a person's category in a case.</summary>
    public const string SetCategory = "category.set";

    /// <summary>Record a legal outcome of a person.</summary>
    public const string RecordOutcome = "outcome.record";

    /// <summary>Open a case.</summary>
    public const string OpenCase = "case.open";

    /// <summary>Add a member to a case.</summary>
    public const string AddMember = "case.member";

    /// <summary>Grant a content role.</summary>
    public const string GrantRole = "role.grant";

    /// <summary>Confirm a grant that another made.</summary>
    public const string ConfirmRole = "role.confirm";

    /// <summary>Lift the custody bar after an independent review.</summary>
    public const string ClearCustody = "custody.clear";

    /// <summary>Accept that a list lost more than one entry in twenty.</summary>
    public const string AcceptLosses = "import.accept-losses";

    /// <summary>Assign a source's reference number.</summary>
    public const string AssignSource = "source.assign";

    /// <summary>State a purpose.</summary>
    public const string StatePurpose = "purpose.state";

    /// <summary>Read the audit log.</summary>
    public const string ReadAudit = "audit.read";

    /// <summary>Verify the audit log.</summary>
    public const string VerifyAudit = "audit.verify";

    /// <summary>Make a checkpoint to lodge outside.</summary>
    public const string LodgeCheckpoint = "audit.checkpoint";

    /// <summary>Create a login.</summary>
    public const string CreateAccount = "account.create";

    /// <summary>Reset a login.</summary>
    public const string ResetAccount = "account.reset";

    /// <summary>Back up.</summary>
    public const string Backup = "backup";

    /// <summary>Restore.</summary>
    public const string Restore = "restore";

    /// <summary>Rebuild the projections.</summary>
    public const string Rebuild = "rebuild";

    /// <summary>Look over the installation.</summary>
    public const string Doctor = "doctor";
}
