/// What people call a setting.
package enum SettingLabel {
  /// "learning rate" for `learning_rate`; the name itself for an unknown setting.
  package static func text(_ name: String) -> String {
    Setting.named(name)?.label ?? name
  }
}
