import Digests

extension DatasetError: CustomStringConvertible {
  /// One sentence: where, what is wrong, what was expected, and what to do where that is known.
  package var description: String {
    switch self {
    case .missingFile(let path):
      "\(path): there is no such file"
    case .unreadableFile(let path, let reason):
      "\(path): \(reason.words)"
    case .fileTooLarge(let path, let bytes, let limit):
      "\(path): has \(grouped(bytes)) bytes; at most \(grouped(limit)) are read"
    case .damagedGzip(let path, let damage):
      "\(path): \(damage.words)"
    case .notIDX(let path, let start):
      "\(path): not an IDX file: \(words(start: start)), expected 00 00 08 03 (images) or 00 00 08 01 (labels)"
    case .wrongKind(let path, let expected):
      "\(path): holds \(expected.other.rawValue), expected \(expected.rawValue)"
    case .truncatedHeader(let path, let bytes, let expected):
      "\(path): ends within its header, after \(grouped(bytes)) of \(grouped(expected)) bytes"
    case .empty(let path, let kind):
      "\(path): holds no \(kind.rawValue)"
    case .noPixels(let path, let rows, let columns):
      "\(path): its images are \(rows) × \(columns), without a pixel"
    case .claimsTooMuch(let path, let limit):
      "\(path): its header claims more than \(grouped(limit)) bytes, the most that are read"
    case .truncated(let path, let bytes, let expected):
      "\(path): has \(grouped(bytes)) bytes, but its header accounts for \(grouped(expected))"
    case .trailingBytes(let path, let expected):
      "\(path): has more than the \(grouped(expected)) bytes that its header accounts for"
    case .countsDiffer(let images, let imageCount, let labels, let labelCount):
      "\(images): holds \(count(imageCount, .images)), but \(labels) holds \(count(labelCount, .labels))"
    case .sizesDiffer(let train, let trainRows, let trainColumns, let test, let rows, let columns):
      "\(test): holds images of \(rows) × \(columns), but \(train) holds images of \(trainRows) × \(trainColumns)"
    case .mnistMissing(let searched):
      "MNIST is not there; get it with `make mnist`. Searched: \(words(searched: searched))"
    case .mnistDiffers(let path, let found, let expected):
      "\(path): is not MNIST's file: its content has SHA-256 \(found.hex), expected \(expected.hex); "
        + "remove it and run `make mnist`"
    }
  }
}

extension DatasetError.Unreadable {
  fileprivate var words: String {
    switch self {
    case .notAFile: "is not a file"
    case .permissionDenied: "must not be read (permission denied)"
    case .failed: "cannot be read"
    }
  }
}

extension DatasetError.GzipDamage {
  fileprivate var words: String {
    switch self {
    case .endsEarly: "its gzip data ends early"
    case .invalid: "its gzip data is damaged"
    case .trailingBytes: "something else follows its gzip data"
    }
  }
}

private func words(start: [UInt8]) -> String {
  guard !start.isEmpty else { return "is empty" }
  let bytes = start.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
  return "starts with " + bytes.joined(separator: " ")
}

private func words(searched: [DatasetError.SearchedDirectory]) -> String {
  let directories = searched.map { directory in
    let isPartial = directory.missing.count < MNIST.fileNames.count
    return isPartial
      ? "\(directory.path) (without \(directory.missing.joined(separator: ", ")))" : directory.path
  }
  return directories.joined(separator: ", ")
}

/// "1 label", "59,999 images".
private func count(_ number: Int, _ kind: IDXKind) -> String {
  "\(grouped(number)) \(number == 1 ? String(kind.rawValue.dropLast()) : kind.rawValue)"
}

/// A number with a comma before every three digits.
private func grouped(_ number: Int) -> String {
  let digits = Array(String(number))
  var text = ""
  for (place, digit) in digits.enumerated() {
    if place > 0 && (digits.count - place).isMultiple(of: 3) { text.append(",") }
    text.append(digit)
  }
  return text
}
