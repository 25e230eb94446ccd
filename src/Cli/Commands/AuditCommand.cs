using System.CommandLine;
using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Audit;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline audit verify | prove N | checkpoint</c>: checks the log without reading its content, so it needs no purpose.</summary>
internal static class AuditCommand
{
    public static Command Make()
    {
        var file = new Option<FileInfo?>("--checkpoint") { Description = "A checkpoint that was lodged outside" };
        var verify = new Command("verify", "Recompute the log and hold it against its checkpoints; exit 1 when it was touched") { file };
        verify.SetAction((parsed, ct) => At(parsed, async home =>
        {
            using var key = home.AuditKey();
            Checkpoint? lodged = null;
            if (parsed.GetValue(file) is { } given)
            {
                if (Checkpoint.Read(await File.ReadAllTextAsync(given.FullName, ct)) is not Outcome<Checkpoint>.Done { Value: var read } unread)
                    return Answer.Decline(parsed.GetValue(CommandLine.Json), new Refusal("audit.unreadable", $"{given.Name} is no checkpoint."));
                lodged = read;
            }
            await new Sequencer(home.Store, TimeProvider.System).Run(ct);
            var found = await new AuditCheck(home.Store).Verify(lodged, key.Verifier, ct);
            Answer.Give(parsed.GetValue(CommandLine.Json), new { found.Leaves, root = Convert.ToBase64String(found.Root), found.Faults }, () =>
                [.. found.Faults, $"{found.Leaves} acts, root {Convert.ToBase64String(found.Root)}: {(found.Faults.Count == 0 ? "whole" : "TOUCHED")}"]);
            return found.Faults.Count == 0 ? Answer.Done : Answer.Refused;
        }));

        var leaf = new Argument<long>("N") { Description = "Leaf, from 0" };
        var prove = new Command("prove", "Prove that an act is in the log") { leaf };
        prove.SetAction((parsed, ct) => At(parsed, async home => await new AuditCheck(home.Store).Prove(parsed.GetValue(leaf), ct) switch
        {
            Outcome<(byte[] LeafHash, InclusionProof Proof, byte[] Root)>.Done { Value: var (hash, proof, root) } => Answer.Give(parsed.GetValue(CommandLine.Json),
                new { leaf = proof.Index, proof.Size, leafHash = Convert.ToBase64String(hash), path = proof.Path.Select(Convert.ToBase64String), root = Convert.ToBase64String(root) },
                () => [$"leaf {proof.Index} of {proof.Size}: {Convert.ToBase64String(hash)}", .. proof.Path.Select(Convert.ToBase64String), $"root {Convert.ToBase64String(root)}"]),
            var refused => Answer.Decline(parsed.GetValue(CommandLine.Json), refused.Why),
        }));

        var checkpoint = new Command("checkpoint", "Sign the head of the log and print it, to lodge outside");
        checkpoint.SetAction((parsed, ct) => At(parsed, async home =>
        {
            using var key = home.AuditKey();
            Console.Write((await new Sequencer(home.Store, TimeProvider.System).Lodge(key, ct)).ToString());
            return Answer.Done;
        }));
        return new Command("audit", "Verify the audit log, prove an act, sign a checkpoint") { verify, prove, checkpoint };
    }

    private static async Task<int> At(ParseResult parsed, Func<Home, Task<int>> work)
    {
        return Home.Exists(parsed.Home())
            ? await work(Home.Open(parsed.Home()))
            : Answer.Decline(parsed.GetValue(CommandLine.Json), new Refusal("home.none", $"There is no home at {parsed.Home()}."));
    }
}
