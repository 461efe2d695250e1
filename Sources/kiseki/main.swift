print("kiseki")
