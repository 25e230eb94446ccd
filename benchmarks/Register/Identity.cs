using System.Diagnostics;
using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Questions;
using Plumbline.Register.Records;
using Plumbline.Safeguards;
using Plumbline.Screening.Identity;

namespace Plumbline.Benchmarks.Register;

/// <summary>Two records with very many links joined and taken apart through the gate; and two components of very many records joined by one judgement and taken apart again.</summary>
public static class Identity
{
    /// <param name="args">Number of links, and of ties (100,000), then the connection string of a PostgreSQL server; SQLite without it.</param>
    public static async Task Run(string[] args)
    {
        var count = args.Length > 0 ? int.Parse(args[0]) : 100_000;
        using var home = await SampleHome.Make(await SampleHome.Database(args.ElementAtOrDefault(1)));
        var store = home.Home.Store;
        var item = (await home.Items(1))[0];
        var person = await home.Persons(count + 2);
        await Links(home, item, person, count);
        var before = await Sum(home);
        var labels = new Labels(store);
        using var log = new ActLog(store);
        var gate = new Gate(store, labels, log, TimeProvider.System);
        var judging = new JudgeIdentity(gate, labels, home.Home.Ids, TimeProvider.System);
        var officer = new Visitor(1, 1, "cli");
        var (one, other) = (person, person + 1);
        var watch = Stopwatch.StartNew();
        var judgement = Done(await judging.Run(officer, new IdentityJudgement(one, other, "same", "The benchmark says so.") { Items = [item] }, default));
        Console.WriteLine($"{store.Dialect} two records with {count:N0} links joined through the gate: {watch.ElapsedMilliseconds} ms");
        watch.Restart();
        Done(await judging.Withdraw(officer, judgement, "The benchmark says so.", default));
        Console.WriteLine($"  taken apart: {watch.ElapsedMilliseconds} ms; every statement as it was: {before == await Sum(home)}");

        await Ties(home, person + 2, count);
        watch.Restart();
        var tie = await Write(store, records => records.Give(new NewJudgement(person + 2, person + count + 1, "same", "ends", home.Label, [item]), default));
        Console.WriteLine($"  two components of {count / 2:N0} records each joined by one judgement: {watch.ElapsedMilliseconds} ms");
        watch.Restart();
        await using (var reader = Done(await gate.Admit(officer, Actions.ReadIdentities, default)))
            Console.WriteLine($"  one reader's {(await new IdentityRows(reader).Of([person + 2], default))[person + 2].Records.Count:N0} joined records found: {watch.ElapsedMilliseconds} ms");
        watch.Restart();
        await Write(store, records => records.Withdraw(tie, "ends", default));
        Console.WriteLine($"  taken apart: {watch.ElapsedMilliseconds} ms");
    }

    // Half the links hang on each of the two records, and lead to a person each.
    private static async Task Links(SampleHome home, long item, long person, int count)
    {
        var first = person + count + 10;
        await home.Execute($"""
            with recursive n(i) as (select 0 union all select i + 1 from n where i < {count - 1})
            insert into entity (key, type, created_at, created_by) select {first} + i, 'contact', 1, 1 from n
            """);
        foreach (var (property, target) in ((int, string)[])[(Property.SourceId, $"{person} + i % 2"), (Property.TargetId, $"{person} + 2 + i")])
            await home.Execute($"""
                with recursive n(i) as (select 0 union all select i + 1 from n where i < {count - 1})
                insert into statement (key, entity, property, value_text, value_key, value_hash, target, language, item, nature, recorded_at, recorded_by, current_label)
                select {(property == Property.SourceId ? 10_000_000 : 20_000_000)} + i, {first} + i, {property}, '', '', 0, {target}, 'en', {item}, 'fact', 1, 1, {home.Label} from n
                """);
        await home.Execute($"""
            with recursive n(i) as (select 0 union all select i + 1 from n where i < {count + 1})
            insert into statement (key, entity, property, value_text, value_key, value_hash, language, item, nature, recorded_at, recorded_by, current_label)
            select 30000000 + i, {person} + i, {Schema.Builtin["person"].Find("name")!.Id}, 'Person ' || i, 'person ' || i, i, 'en', {item}, 'fact', 1, 1, {home.Label} from n
            """);
        if (home.Home.Store.Dialect == Dialect.Postgres) await home.Execute("vacuum analyze");
    }

    // Two trees of judgements over half of the records each.
    private static async Task Ties(SampleHome home, long first, int count)
    {
        var half = count / 2;
        await home.Execute($"""
            with recursive n(i) as (select 0 union all select i + 1 from n where i < {count - 1})
            insert into component (entity, component) select {first} + i, case when i < {half} then 1000001 else 1000002 end from n
            """);
        await home.Execute($"""
            with recursive n(i) as (select 1 union all select i + 1 from n where i < {count - 1})
            insert into judgement (key, entity, other, verdict, reason, current_label, given_by, given_at)
            select 1000000 + i, case when i < {half} then {first} + i / 2 else {first} + {half} + (i - {half}) / 2 end, {first} + i, 'same', 'told', {home.Label}, 1, 1 from n where i <> {half}
            """);
        if (home.Home.Store.Dialect == Dialect.Postgres) await home.Execute("vacuum analyze");
    }

    private static async Task<T> Write<T>(RegisterStore store, Func<IdentityRecords, Task<T>> work)
    {
        await using var writer = await Writer.Begin(store, default);
        var result = await work(await IdentityRecords.Alone(writer, TimeProvider.System.Micros(), 1, default));
        await writer.Commit(default);
        return result;
    }

    private static async Task<string> Sum(SampleHome home)
    {
        await using var look = await Writer.BeginLook(home.Home.Store, default);
        return (await look.One<string>("select cast(count(*) as text) || ' ' || cast(sum(entity * 31 + coalesce(target, 0) * 17 + property) as text) from statement where withdrawn_at is null", null, default))!;
    }

    private static T Done<T>(Outcome<T> outcome) => outcome is Outcome<T>.Done { Value: var value } ? value : throw new InvalidOperationException(outcome.Why.Detail);
}
