"""The sync file (数据包): what changed, packed, sealed for one receiver and signed."""
