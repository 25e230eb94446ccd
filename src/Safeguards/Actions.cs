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

    /// <summary>Take a grant back.</summary>
    public const string WithdrawRole = "role.withdraw";

    /// <summary>Look over officers, their roles, and cases with their members.</summary>
    public const string ReadOfficers = "officer.read";

    /// <summary>Open content again after a login was reset.</summary>
    public const string RestoreContent = "content.restore";

    /// <summary>Lift the custody bar after an independent review.</summary>
    public const string ClearCustody = "custody.clear";

    /// <summary>Accept that a list lost more than one entry in twenty.</summary>
    public const string AcceptLosses = "import.accept-losses";

    /// <summary>Run an engine on plain files: names, networks.</summary>
    public const string RunEngine = "engine.run";

    /// <summary>Look over watchlists.</summary>
    public const string ReadWatchlists = "watchlist.read";

    /// <summary>Enter a watchlist, try it, put it to use, review it, take it out of use.</summary>
    public const string KeepWatchlist = "watchlist.keep";

    /// <summary>Screen people against watchlists in use.</summary>
    public const string Screen = "screen";

    /// <summary>Screen the register's own persons again when a list or the register changed.</summary>
    public const string Rescreen = "watchlist.rescreen";

    /// <summary>Nominate a person of the register for an own watchlist, renew or remove an entry.</summary>
    public const string Nominate = "watchlist.nominate";

    /// <summary>Approve or decline what another nominated.</summary>
    public const string ApproveNomination = "watchlist.approve";

    /// <summary>Export a watchlist with the clearings against it.</summary>
    public const string ExportWatchlist = "watchlist.export";

    /// <summary>Take in clearings and entries of another unit.</summary>
    public const string ReceiveWatchlist = "watchlist.receive";

    /// <summary>Look at candidates and take one to one's desk.</summary>
    public const string ReadCandidates = "candidate.read";

    /// <summary>Say what one found about a candidate.</summary>
    public const string ProposeCandidate = "candidate.propose";

    /// <summary>Confirm what a colleague found, or send it back.</summary>
    public const string ConfirmCandidate = "candidate.confirm";

    /// <summary>Clear a namesake, or take a clearing back.</summary>
    public const string ClearNamesake = "namesake.clear";

    /// <summary>Check the code of a clearance letter.</summary>
    public const string VerifyClearing = "namesake.verify";

    /// <summary>Read what came of names, by list and script: numbers alone.</summary>
    public const string ReadTallies = "screening.rates";

    /// <summary>Look at records that could be one, and at how often such suggestions are right.</summary>
    public const string ReadIdentities = "identity.read";

    /// <summary>Judge two records to be one, two, or neither for sure.</summary>
    public const string JudgeIdentity = "identity.judge";

    /// <summary>Take a judgement on two records back.</summary>
    public const string WithdrawJudgement = "identity.withdraw";

    /// <summary>Choose which of several joined records gives the name.</summary>
    public const string ChooseLead = "identity.lead";

    /// <summary>See which judgements were refused because of what the officer may not see.</summary>
    public const string ReadRefusedJudgements = "identity.refused";

    /// <summary>Learn what each kind of evidence says in this register.</summary>
    public const string LearnWeights = "identity.learn";

    /// <summary>Look over charts, and open one.</summary>
    public const string ReadChart = "chart.read";

    /// <summary>Keep a chart, or take note of what changed on it.</summary>
    public const string KeepChart = "chart.keep";

    /// <summary>Ask who stands beside whom: neighbours, paths, what several share.</summary>
    public const string ExpandChart = "chart.expand";

    /// <summary>Measure the ties on a chart.</summary>
    public const string MeasureChart = "chart.measure";

    /// <summary>Compare plans of disruption in thought, and keep one with its harm and its law.</summary>
    public const string PlanDisruption = "chart.plan";

    /// <summary>Look over the source register: numbers and kinds, and what waits for a number.</summary>
    public const string ReadSources = "source.read";

    /// <summary>Enter a source.</summary>
    public const string AddSource = "source.add";

    /// <summary>Open a source's identity, with a reason.</summary>
    public const string RevealSource = "source.reveal";

    /// <summary>State on which legal basis a source is used.</summary>
    public const string StateSourceBasis = "source.basis";

    /// <summary>Assign a source's reference number.</summary>
    public const string AssignSource = "source.assign";

    /// <summary>State a purpose.</summary>
    public const string StatePurpose = "purpose.state";

    /// <summary>Read the audit log.</summary>
    public const string ReadAudit = "audit.read";

    /// <summary>Record what was thought of an act.</summary>
    public const string ReviewAct = "audit.review";

    /// <summary>Read and answer what officers confided to oversight.</summary>
    public const string ReadConcerns = "concern.read";

    /// <summary>Send oversight a concern.</summary>
    public const string SendConcern = "concern.send";

    /// <summary>Verify the audit log.</summary>
    public const string VerifyAudit = "audit.verify";

    /// <summary>Make a checkpoint to lodge outside.</summary>
    public const string LodgeCheckpoint = "audit.checkpoint";

    /// <summary>Sign in, or try to.</summary>
    public const string SignIn = "sign-in";

    /// <summary>Create a login.</summary>
    public const string CreateAccount = "account.create";

    /// <summary>Reset a login.</summary>
    public const string ResetAccount = "account.reset";

    /// <summary>Lock a login, or unlock it.</summary>
    public const string LockAccount = "account.lock";

    /// <summary>Back up.</summary>
    public const string Backup = "backup";

    /// <summary>Restore.</summary>
    public const string Restore = "restore";

    /// <summary>Rebuild the projections.</summary>
    public const string Rebuild = "rebuild";

    /// <summary>Look over the installation.</summary>
    public const string Doctor = "doctor";
}
