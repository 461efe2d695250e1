import Foundation

extension ReportTree {
  /// What is neither a folder nor a revision.
  package struct Unknown: Error, Equatable, CustomStringConvertible {
    package let description: String
  }

  /// The output folder as it was in a revision.
  ///
  /// - Parameters:
  ///   - revision: whatever git takes for one: a branch, a tag, `HEAD~1`, a hash.
  ///   - output: the path of the output folder.
  /// - Throws: `Unknown` if git does not know the revision, or has nothing to say here.
  package init(revision: String, output: String) throws {
    let parts = output.split(separator: "/", omittingEmptySubsequences: true)
    let parent = (output.hasPrefix("/") ? "/" : "") + parts.dropLast().joined(separator: "/")
    let git = Git(folder: parent)
    do {
      // A revision must not be taken for an option.
      let commit = try git.run(["rev-parse", "--verify", "--end-of-options", "\(revision)^{commit}"])
      let hash = String(decoding: commit, as: UTF8.self).filter { !$0.isNewline }
      let listing = try git.run(["ls-tree", "-r", "-z", hash, "--", "\(parts.last ?? ".")/"])
      let entries = listing.split(separator: 0).compactMap(TreeEntry.init)
      let prefix = parts.last.map { "\($0)/" } ?? ""
      let contents = try ReportTree.contents(of: entries, git)
      self.init(
        name: revision,
        files: zip(entries, contents).filter { $0.0.path.hasPrefix(prefix) }.map {
          (String($0.0.path.dropFirst(prefix.count)), $0.1)
        })
    } catch let failure as Git.Failure {
      throw Unknown(description: "'\(revision)' is neither a folder nor a revision: \(failure)")
    }
  }

  private static func contents(of entries: [TreeEntry], _ git: Git) throws -> [[UInt8]] {
    guard !entries.isEmpty else { return [] }
    let request = entries.map { $0.hash + "\n" }.joined()
    let answer = try git.run(["cat-file", "--batch"], input: Array(request.utf8))
    var position = 0
    return try entries.map { _ in
      // "<hash> blob <size>", the content, a line feed.
      guard let end = answer[position...].firstIndex(of: UInt8(ascii: "\n")),
        let size = String(decoding: answer[position..<end], as: UTF8.self).split(separator: " ").last
          .flatMap({ Int($0) }), end + 1 + size <= answer.count
      else { throw Git.Failure(description: "git cat-file gave an answer that is not understood") }
      position = end + 1 + size + 1
      return Array(answer[(end + 1)..<(end + 1 + size)])
    }
  }
}

/// A file of `git ls-tree -z`: "<mode> blob <hash>\t<path>".
private struct TreeEntry {
  let hash: String
  let path: String

  init?(_ bytes: ArraySlice<UInt8>) {
    guard let tab = bytes.firstIndex(of: UInt8(ascii: "\t")) else { return nil }
    let facts = String(decoding: bytes[..<tab], as: UTF8.self).split(separator: " ")
    guard facts.count == 3, facts[1] == "blob" else { return nil }
    hash = String(facts[2])
    path = String(decoding: bytes[(tab + 1)...], as: UTF8.self)
  }
}
