"""The room 数据交换: devices, files that travel between them, what differs."""
