"""What changed travels by file (数据交换): what a file holds, who exchanges, what came of it."""
