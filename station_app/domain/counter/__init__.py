"""The window (窗口服务): what is done there, and how."""
