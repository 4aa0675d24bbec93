using System.Globalization;
using System.Text;
using Backtest.Storage.Problems;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace Backtest.Storage.Studies;

/// <summary>Compiles the source of strategies: the same text gives the same bytes on every machine with the same program and runtime.</summary>
internal static class SourceCompiler
{
    // As of a library that is built for a release; the numbers of lines are kept for the stack of what fails.
    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary,
        optimizationLevel: OptimizationLevel.Release,
        nullableContextOptions: NullableContextOptions.Enable,
        deterministic: true);

    private static readonly EmitOptions Emitting = new(debugInformationFormat: DebugInformationFormat.PortablePdb);

    /// <summary>The library of a source.</summary>
    /// <param name="text">The source.</param>
    /// <param name="path">Where it is from, as the user named it.</param>
    /// <exception cref="InputException">It does not compile; all errors, with line and column.</exception>
    public static CompiledSource Compile(string text, string path)
    {
        // The folder is left out: a recorded stack is the same on every machine.
        var file = Path.GetFileName(path);
        var parsing = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest);
        var source = CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), parsing, file);
        var usings = CSharpSyntaxTree.ParseText(SourceText.From(SourceReferences.Usings, Encoding.UTF8), parsing);
        var references = SourceReferences.Paths.Select(reference => MetadataReference.CreateFromFile(reference));
        using var library = new MemoryStream();
        using var symbols = new MemoryStream();
        var emitted = CSharpCompilation.Create($"{file}.strategy", [source, usings], references, Options).Emit(library, symbols, options: Emitting);
        return emitted.Success
            ? new CompiledSource(library.ToArray(), symbols.ToArray())
            : throw new InputException(Problems(emitted.Diagnostics, path));
    }

    private static IReadOnlyList<InputProblem> Problems(IEnumerable<Diagnostic> diagnostics, string path)
    {
        var problems = new ProblemList(path);
        var errors = diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .OrderBy(error => error.Location.SourceSpan.Start).ThenBy(error => error.Id, StringComparer.Ordinal);
        foreach (var error in errors)
        {
            var start = error.Location.GetLineSpan().StartLinePosition;
            var (line, column) = error.Location.IsInSource ? (start.Line + 1, start.Character + 1) : (0, 0);
            problems.Add(line, column, $"{error.GetMessage(CultureInfo.InvariantCulture)} ({error.Id})");
        }

        return problems.All();
    }
}

/// <summary>A source that was compiled.</summary>
/// <param name="Library">The class library.</param>
/// <param name="Symbols">Its portable symbols, with the numbers of lines.</param>
internal sealed record CompiledSource(byte[] Library, byte[] Symbols);
