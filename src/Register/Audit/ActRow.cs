namespace Plumbline.Register.Audit;

/// <summary>An act as stored, with what its leaf commits to.</summary>
internal sealed record ActRow(long Key, long At, long Officer, string Role, string Channel, string? OnInstructionOf, long? Purpose, long? CaseKey,
    string Action, string Objects, long Count, string Outcome, byte[] Commitment)
{
    /// <summary>The columns of an act under alias <c>a</c>, in the record's order.</summary>
    public const string Columns = """
        a.key, a.at, a.officer, a.role, a.channel, a.on_instruction_of as OnInstructionOf, a.purpose, a.case_key as CaseKey,
        a.action, a.objects, a.count, a.outcome, a.commitment
        """;

    /// <summary>The hash of this act's leaf.</summary>
    public byte[] LeafHash() => MerkleTree.LeafHash(
        new ActEntry(At, Officer, Role, Channel, Action, Objects, Count, Outcome, "") { OnInstructionOf = OnInstructionOf, Purpose = Purpose, Case = CaseKey }
            .LeafBytes(Key, Commitment));
}
