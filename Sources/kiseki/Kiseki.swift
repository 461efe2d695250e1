import ArgumentParser

/// The command line.
///
/// It parses flags, calls the library and prints; stdout is for results, stderr for progress.
@main
struct Kiseki: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kiseki",
    abstract: "Studies how neural networks learn, or fail to, in reports that review like code.",
    discussion: """
      A study is a YAML file that declares seeded training runs, what to draw of them and what is claimed. \
      'kiseki report' executes it and writes charts and a Markdown report; the same study gives the same bytes on \
      every machine.

      EXAMPLES
        kiseki new my-study                   writes studies/my-study.yaml
        kiseki check studies/my-study.yaml    is it well-formed?
        kiseki report studies/my-study.yaml   trains, draws, writes output/my-study/
        kiseki report                         all studies below studies/
        kiseki diff                           what changed since the last commit?
        kiseki verify                         is output/ what the studies give?
      """,
    version: KisekiVersion.current,
    subcommands: [
      ReportCommand.self, VerifyCommand.self, DiffCommand.self, CheckCommand.self, PlanCommand.self,
      NewCommand.self, SchemaCommand.self, TextconvCommand.self,
    ])
}

/// The version of the command and of the reports it writes.
enum KisekiVersion {
  static let current = "0.1.0"
}
