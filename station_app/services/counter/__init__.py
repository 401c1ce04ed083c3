"""The use cases of the window (窗口服务)."""
