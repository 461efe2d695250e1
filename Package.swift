// swift-tools-version: 6.2

import PackageDescription

/// Settings of every target.
///
/// Warnings are errors so that a clean build stays clean.
let common: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// One stage of the pipeline.
///
/// A target imports only what stands above it in this list.
func stage(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: common)
}

func tests(of name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.init(stringLiteral: name)] + dependencies, exclude: exclude,
    swiftSettings: common)
}

let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "kiseki",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "kiseki", targets: ["kiseki"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    .systemLibrary(
      name: "Clibpng", pkgConfig: "libpng", providers: [.apt(["libpng-dev"]), .brew(["libpng"])]),
    .systemLibrary(
      name: "Clibz", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .target(name: "CPNG", dependencies: ["Clibpng"]),
    .target(name: "CVectors"),

    stage("Digests"),
    stage("Numerics", ["CVectors"]),
    stage("Datasets", ["Clibz", "CVectors", "Digests", "Numerics"]),
    stage("Studies", ["Digests", "Numerics", yams]),
    stage("Records", ["Digests", "Studies"]),
    stage("Training", ["Digests", "Numerics", "Datasets", "Studies", "Records"]),
    stage("Charts", ["CPNG", "Numerics"]),
    stage("Reports", ["Digests", "Studies", "Records", "Charts"]),
    stage("Reviews", ["Digests", "Studies", "Records", "Charts", "Reports"]),
    stage(
      "Pipeline", ["Digests", "Datasets", "Studies", "Records", "Training", "Charts", "Reports", "Reviews"]),
    .executableTarget(
      name: "kiseki",
      dependencies: ["Datasets", "Studies", "Records", "Reports", "Reviews", "Pipeline", argumentParser],
      swiftSettings: common),

    .executableTarget(
      name: "bench",
      dependencies: [
        "Numerics", "Datasets", "Studies", "Records", "Training", "Charts", "Reports", "Pipeline",
      ],
      path: "Benchmarks/Sources", swiftSettings: common),

    tests(of: "Digests"),
    tests(of: "Numerics"),
    tests(of: "Datasets", ["Digests", "Numerics"]),
    tests(of: "Studies"),
    tests(of: "Records", ["Digests", "Studies"]),
    tests(of: "Training", ["Digests", "Numerics", "Datasets", "Studies", "Records"]),
    tests(of: "Charts", exclude: ["Goldens"]),
    tests(of: "Reports", ["Digests", "Studies", "Records", "Charts"]),
    tests(of: "Reviews", ["Digests", "Studies", "Records", "Charts", "Reports"]),
    tests(of: "Pipeline", ["Datasets", "Studies", "Records", "Training", "Reports"]),
    .testTarget(name: "EndToEndTests", dependencies: ["kiseki", "Charts"], swiftSettings: common),
  ],
  swiftLanguageModes: [.v6]
)
