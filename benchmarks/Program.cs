// The name of a benchmark, then its own words; see the README beside each.
switch (args)
{
    case ["ListImport", .. var words]:
        await Plumbline.Benchmarks.Exchange.ListImport.Run(words);
        return 0;
    case ["AuditTree", .. var words]:
        Plumbline.Benchmarks.Register.AuditTree.Run(words);
        return 0;
    case ["Search", .. var words]:
        Plumbline.Benchmarks.Register.Search.Run(words);
        return 0;
    default:
        Console.Error.WriteLine("Benchmarks: ListImport FILE…, AuditTree, Search [DOCUMENTS…]");
        return 2;
}
