"""The window where papers are asked for (窗口服务): issued, refused, registered."""
