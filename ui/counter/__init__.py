"""The room 窗口服务 (the window): what may be come for, and how it is done."""
