using Plumbline.Cli;
using Plumbline.Register;

const int usage = 2;
var parsed = CommandLine.Root().Parse(args);
if (parsed.Errors.Count > 0)
{
    foreach (var error in parsed.Errors) Console.Error.WriteLine(error.Message);
    Console.Error.WriteLine("See: plumbline --help");
    return usage;
}
try
{
    return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false });
}
catch (OperationCanceledException)
{
    Console.Error.WriteLine("Stopped. What was committed is kept.");
    return Answer.Refused;
}
#pragma warning disable CA1031 // The edge of the program: whatever is left becomes a sentence and exit code 3.
catch (Exception fault)
#pragma warning restore CA1031
{
    Console.Error.WriteLine($"Fault: {StoreFaults.InWords(fault) ?? fault.Message}");
    return Answer.Fault;
}
