"""The room of places (楼栋网格): grids, estates and buildings, beside the residents' table."""
